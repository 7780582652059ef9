package minihost.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.MulticastSocket;
import javax.jmdns.impl.JmDNSImpl;

/**
 * JmDNS that asks and listens, and says nothing of itself: who only scans needs no name on the
 * network, and has none to probe, announce, defend and take back. The last would make each close
 * take 2 s.
 */
final class SilentMdns extends JmDNSImpl {
  /** JmDNS needs one for itself; no packet has it. */
  private static final String NAME = "minihost";

  /** Set while the constructor of JmDNS runs, so without a value here. */
  private volatile Thread listener;

  /**
   * @param address of the interface that is scanned
   * @throws IOException if there is no socket to be had
   */
  SilentMdns(InetAddress address) throws IOException {
    super(
        InetAddress.getByAddress(NAME, address.getAddress()), NAME); // unnamed, DNS would be asked
  }

  /** Only the thread that receives calls it. */
  @Override
  public MulticastSocket getSocket() {
    listener = Thread.currentThread();
    return super.getSocket();
  }

  @Override
  public void startProber() {}

  /** {@link #close} calls it, and then waits: for the goodbyes, and 1 s for a live listener. */
  @Override
  public void startCanceler() {
    while (!isCanceled()) advanceState(null);
    MulticastSocket socket = super.getSocket();
    if (socket != null) socket.close();
    try {
      if (listener != null) listener.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * After a failure to send it would begin anew, also after a close. A scan is over soon enough.
   */
  @Override
  public void recover() {}
}
