package minihost.host;

import minihost.config.Device.NetworkType;
import org.junit.jupiter.api.Test;

class NetworkStatusFamilyTest {
  @Test
  void theTypeIsThatOfTheDeviceNow() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set("device.networkType=4g");
      run.onLoad("wx.getNetworkType({ success: r => console.log(r.networkType, r.errMsg) })").run();
      run.host().setNetwork(NetworkType.G5);
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
      run.host().setNetwork(NetworkType.NONE);
      run.settle();
      run.eval("page.stop()");
      run.host().setNetwork(NetworkType.G5);
      run.settle();
      run.eval("wx.offNetworkStatusChange()");
      run.host().setNetwork(NetworkType.WIFI);
      run.settle().assertLog("one false none", "two false", "two true");
    }
  }
}
