package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import minihost.app.Navigation;
import minihost.config.LabService;
import minihost.host.Announcer;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;

/**
 * {@code EspressifApp/EspEyeForWeChat}. Which of the services is told last is the network's
 * business, so the address that the program keeps is compared with the last one it was told.
 */
class EspEyeTest {
  private static final String TYPE = "_notice_service._tcp";
  private static final String PAGE = "pages/list/list";

  @Test
  void camerasOfTheLanAreFoundOnceForEachAddressAndAskedForTheirFaces() throws Exception {
    Announcer.assumeMulticast();
    try (CorpusProgram eye = new CorpusProgram("EspEyeForWeChat")) {
      eye.set("device.lan={\"ip\":\"127.0.0.1\",\"netmask\":\"255.0.0.0\"}");
      eye.set("hosts.192.168.1.50:80=127.0.0.1:" + eye.backend.port());
      eye.lab.announce("127.0.0.2", service("eye one"));
      eye.lab.announce("127.0.0.2", service("eye two"));
      eye.lab.announce("127.0.0.3", service("eye three"));
      eye.inRealTime().launch();
      eye.eval("globalThis.told = []; wx.onLocalServiceFound(r => told.push(r.ip))");
      eye.await("add button", () -> eye.host().pageData().orElse("").contains("showAdd: true"));

      assertEquals("3", eye.eval("told.length"));
      assertEquals(
          "[ '127.0.0.2', '127.0.0.3' ]", eye.eval("page.data.deviceList.map(d => d.ip).sort()"));
      assertEquals("true", eye.eval("getApp().globalData.ip === told.at(-1)"));
      assertTheScanWaitsForTwoSeconds(eye);
      // The program itself does not catch what stopping no scan gives it.
      assertEquals(
          List.of("unhandledRejection { errMsg: 'stopLocalServiceDiscovery:fail:task not found' }"),
          eye.errors());

      faces(eye);
      eye.eval("wx.stopLocalServiceDiscovery()");
      eye.settle();
    }
  }

  private static LabService service(String name) {
    return new LabService(TYPE, name, 80, Map.of());
  }

  private static void assertTheScanWaitsForTwoSeconds(CorpusProgram eye) {
    List<Event.CallStarted> scan =
        eye.events(Event.CallStarted.class).stream()
            .filter(call -> call.api().endsWith("LocalServiceDiscovery"))
            .toList();
    assertEquals(
        List.of(
            "stopLocalServiceDiscovery {}",
            "startLocalServiceDiscovery {serviceType=" + TYPE + ".}"),
        scan.stream().map(call -> call.api() + " " + call.options()).toList());
    assertTrue(scan.get(1).at() - scan.get(0).at() >= 2_000, scan.toString());
  }

  private static void faces(CorpusProgram eye) throws Exception {
    eye.lab.on("GET /control", Answer.json("{\"list\":[1,2,3]}"));
    eye.host().navigate(new Navigation.NavigateTo("/" + PAGE + "?ip=192.168.1.50"));
    eye.awaitEnds(1);
    assertEquals("3", eye.eval("page.data.faceList.length"));
    LabRequest sent = eye.takeRequests().getFirst();
    assertEquals("GET /control?var=get_id&val=1", sent.method() + " " + sent.url());
    assertEquals("192.168.1.50", sent.host());
  }
}
