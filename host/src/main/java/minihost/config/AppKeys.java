package minihost.config;

import java.util.List;

/** The keys of the mini program's own files that WeChat knows, used here or not. */
final class AppKeys {
  static final List<String> TIMEOUTS =
      List.of("request", "connectSocket", "uploadFile", "downloadFile");

  static final List<String> APP =
      words(
          """
          $schema __lazyCodeLoadingChunk __usePrivacyCheck__ appBar chatTools cloud componentFramework componentPlaceholder convertRpxToVw darkmode
          debug debugOptions embeddedAppIdList enablePassiveEvent entranceDeclare entryPagePath
          frameset functionalPages halfPage lazyCodeLoading miniApp multiSelectSupportedMaterials navigateToMiniProgramAppIdList
          networkTimeout pages permission plugins preloadRule renderer rendererOptions
          requiredBackgroundModes requiredPrivateInfos resizable resolveAlias
          serviceProviderTicket singlePage sitemapLocation static style subPackages subpackages
          supportedMaterials tabBar themeLocation useExtendedLib usingComponents window workers\
          """);

  static final List<String> SUBPACKAGE =
      words(
          "root name pages independent entry plugins componentPlaceholder renderer"
              + " componentFramework");

  static final List<String> PROJECT =
      words(
          """
          $schema appid cloudbaseRoot cloudcontainerRoot cloudfunctionRoot
          cloudfunctionTemplateRoot compileType condition debugOptions description editorSetting
          isGameTourist jsserverRoot libVersion miniprogramRoot packOptions pluginAppid pluginRoot
          projectArchitecture projectname qcloudRoot scripts setting simulatorPluginLibVersion
          simulatorType srcMiniprogramRoot staticServerOptions testRoot watchOptions\
          """);

  private AppKeys() {}

  private static List<String> words(String text) {
    return List.of(text.split("\\s+"));
  }
}
