package minihost.host;

import minihost.lab.LabOrigin;

/**
 * A {@link TestRun} with one service, {@code api} of {@code prod}, played by a plain-HTTP server.
 */
final class CloudRun implements AutoCloseable {
  final TestRun run = new TestRun();
  final LabOrigin container = run.lab.plainHttp("127.0.0.1", 0);

  CloudRun(String... sets) throws Exception {
    run.set("cloud.envs.prod.services.api=" + container.url());
    for (String set : sets) run.set(set);
  }

  /** Starts, and calls {@code wx.cloud.init}. */
  CloudRun initialised() throws Exception {
    run.start();
    run.script("wx.cloud.init({ env: 'prod' })");
    return this;
  }

  /**
   * Calls {@code wx.cloud.callContainer} of the service with more options. How it ended, in a line:
   * {@code ok 200 data}, or {@code errMsg}, then {@code errCode}, then {@code errno} if there is
   * one.
   */
  String call(String options) throws Exception {
    begin(options).settle();
    return run.log().getLast();
  }

  /** Like {@link #call}, but does not wait. */
  TestRun begin(String options) throws Exception {
    return run.script(
        """
        wx.cloud.callContainer({
          service: 'api',
          success: r => console.log('ok ' + r.statusCode, r.data),
          fail: r => console.log(r.errMsg, r.errCode, r.errno ?? ''),
          %s
        }); undefined
        """
            .formatted(options));
  }

  @Override
  public void close() throws java.io.IOException {
    run.close();
  }
}
