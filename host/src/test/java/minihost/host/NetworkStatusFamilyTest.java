package minihost.host;

import minihost.config.Device.NetworkType;
import org.junit.jupiter.api.Test;

class NetworkStatusFamilyTest {
  @Test
  void theTypeIsThatOfTheDeviceNow() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set("device.networkType=4g");
      run.onLoad("wx.getNetworkType({ success: r => console.log(r.networkType, r.errMsg) })").run();
      run.host().phone(p -> p.setNetwork(NetworkType.G5));
      run.eval("wx.getNetworkType().then(res => console.log(res.networkType))");
      run.assertLog("4g getNetworkType:ok", "5g");
    }
  }

  @Test
  void listenersHearOfAChangeUntilTheyAreTakenOff() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const one = res => console.log('one', res.isConnected, res.networkType)
          wx.onNetworkStatusChange(one)
          wx.onNetworkStatusChange(one)
          wx.onNetworkStatusChange(res => console.log('two', res.isConnected))
          this.stop = () => wx.offNetworkStatusChange(one)
          """);
      run.run();
      run.host().phone(p -> p.setNetwork(NetworkType.NONE));
      run.settle();
      run.eval("page.stop()");
      run.host().phone(p -> p.setNetwork(NetworkType.G5));
      run.settle();
      run.eval("wx.offNetworkStatusChange()");
      run.host().phone(p -> p.setNetwork(NetworkType.WIFI));
      run.settle().assertLog("one false none", "two false", "two true");
    }
  }

  @Test // S-row 26
  void theLocalAddressIsWhatTheLanRuleGoesBy() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set("device.lan={\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}");
      String ask =
          """
          console.log(wx.getLocalIPAddress({
            success: r => console.log(r.localip, r.netmask, r.errMsg),
            fail: r => console.log(r.errMsg, r.errno),
          }), wx.getLocalIPAddress())
          """;
      run.start();
      run.eval(ask);
      run.host().phone(p -> p.setNetwork(NetworkType.G4));
      run.eval(ask);
      run.assertLog(
          "undefined undefined",
          "192.168.1.20 255.255.255.0 getLocalIPAddress:ok",
          "undefined undefined",
          "getLocalIPAddress:fail undefined");
    }
  }

  @Test // S-row 26
  void theTypeComesWithAllThatIsKnownOfTheNetwork() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad("wx.getNetworkType({ success: r => console.log(Object.keys(r).join()) })");
      run.run().assertLog("networkType,signalStrength,hasSystemProxy,weakNet,errMsg");
    }
  }
}
