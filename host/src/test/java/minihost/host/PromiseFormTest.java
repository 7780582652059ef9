package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which members of {@code wx} return a Promise where no callback is given (PRM-1 to PRM-4). */
class PromiseFormTest {
  /** Those of the sheet's list that are there, and what they need. */
  private static final List<String> PROMISED =
      List.of(
          "login()",
          "checkSession()",
          "getSetting()",
          "authorize({ scope: 'scope.userInfo' })",
          "getUserProfile({ desc: 'x' })",
          "getSystemInfo()",
          "getNetworkType()",
          "getStorage({ key: 'k' })",
          "setStorage({ key: 'k', data: 1 })",
          "removeStorage({ key: 'k' })",
          "clearStorage()",
          "getStorageInfo()",
          "navigateTo({ url: '/pages/index/index' })",
          "redirectTo({ url: '/pages/index/index' })",
          "navigateBack()",
          "switchTab({ url: '/pages/index/index' })",
          "reLaunch({ url: '/pages/index/index' })",
          "showToast({ title: 'x' })",
          "showLoading({ title: 'x' })",
          "hideLoading()",
          "hideToast()",
          "showModal({ content: 'x' })",
          "showActionSheet({ itemList: ['x'] })",
          "setNavigationBarTitle({ title: 'x' })");

  @Test // PRM-1, PRM-4
  void withoutACallbackAPromiseWithAnyOfThemNone() throws Exception {
    try (TestRun run = new TestRun()) {
      run.start();
      String members = run.host().eval("Object.keys(wx).join(' ')").get().replace("'", "");
      List<String> there =
          PROMISED.stream()
              .filter(call -> List.of(members.split(" ")).contains(name(call)))
              .toList();
      for (String call : there)
        for (String callback : new String[] {"success", "fail", "complete"})
          run.eval(
              """
              const promise = wx.%1$s
              promise.catch(() => {})
              const none = wx.%2$s({ ...%3$s, %4$s() {} })
              console.log('%2$s', promise instanceof Promise, none)
              """
                  .formatted(call, name(call), options(call), callback));
      assertEquals(
          there.stream()
              .flatMap(c -> Stream.of(c, c, c))
              .map(c -> name(c) + " true undefined")
              .toList(),
          run.log());
    }
  }

  private static String name(String call) {
    return call.substring(0, call.indexOf('('));
  }

  private static String options(String call) {
    String options = call.substring(call.indexOf('(') + 1, call.length() - 1);
    return options.isEmpty() ? "{}" : options;
  }

  /** {@code createBLEConnection} and its like make a connection, and no object of the program. */
  @Test // PRM-3
  void whatEndsInSyncBeginsWithOnOrOffOrMakesATaskHasNone() throws Exception {
    try (TestRun run = new TestRun()) {
      run.start();
      run.eval(
          """
          const names = Object.keys(wx).filter(n => /Sync$|^on[A-Z]|^off[A-Z]|^create(?!BLE)|Manager$/.test(n))
          const promises = names.filter(n => {
            const argument = n.startsWith('on') ? () => {} : 'k'
            try { return wx[n](argument) instanceof Promise } catch { return false }
          })
          console.log(names.length > 10, promises)
          console.log(wx.request({ url: 'https://not.listed/' }) instanceof Promise)
          """);
      run.assertLog("true []", "false");
    }
  }
}
