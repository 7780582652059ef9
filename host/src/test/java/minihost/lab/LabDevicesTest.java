package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.config.HostMapping;
import minihost.config.LabDevice;
import minihost.config.LabSection;
import minihost.config.Setting;
import org.junit.jupiter.api.Test;

class LabDevicesTest {
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);
  private static final int PATIENCE_MS = 10_000;

  private static Lab labWith(LabDevice device) throws Exception {
    LabSection section =
        new LabSection(
            List.of(),
            Optional.empty(),
            Map.of(),
            Setting.builtIn(0),
            List.of(Setting.builtIn(device)),
            Optional.empty());
    return Lab.start(section, Path.of(""), event -> {});
  }

  @Test
  void datagramsComeBackAndAreCounted() throws Exception {
    try (Lab lab = Lab.start();
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      UdpEcho echo = lab.udpEcho("127.0.0.1", 0);
      socket.setSoTimeout(PATIENCE_MS);
      socket.send(new DatagramPacket(HELLO, HELLO.length, echo.address()));
      DatagramPacket back = new DatagramPacket(new byte[100], 100);
      socket.receive(back);
      assertEquals(echo.address(), back.getSocketAddress());
      assertEquals("hello", new String(back.getData(), 0, back.getLength(), "US-ASCII"));
      assertEquals(1, echo.datagrams());
      lab.reset();
      assertEquals(0, echo.datagrams());
    }
  }

  @Test
  void bytesComeBackUntilThePeerEnds() throws Exception {
    try (Lab lab = Lab.start()) {
      TcpEcho echo = lab.tcpEcho("127.0.0.1", 0);
      try (Socket socket = new Socket(echo.address().getAddress(), echo.address().getPort())) {
        socket.setSoTimeout(PATIENCE_MS);
        socket.getOutputStream().write(HELLO);
        assertArrayEquals(HELLO, socket.getInputStream().readNBytes(HELLO.length));
        socket.shutdownOutput();
        assertEquals(-1, socket.getInputStream().read());
      }
      assertEquals(1, echo.connections());
    }
  }

  @Test
  void closingTheLabFreesThePortsAndEndsConnections() throws Exception {
    Lab lab = Lab.start();
    TcpEcho tcp = lab.tcpEcho("127.0.0.1", 0);
    UdpEcho udp = lab.udpEcho("127.0.0.1", 0);
    try (Socket socket = new Socket("127.0.0.1", tcp.address().getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(HELLO);
      socket.getInputStream().readNBytes(HELLO.length);
      lab.close();
      assertEquals(-1, socket.getInputStream().read());
    }
    assertThrows(
        ConnectException.class, () -> new Socket("127.0.0.1", tcp.address().getPort()).close());
    new DatagramSocket(udp.address().getPort(), InetAddress.getByName("127.0.0.1")).close();
  }

  @Test
  void whatOtherMachinesCouldReachIsNoDevice() throws Exception {
    try (Lab lab = Lab.start()) {
      assertThrows(IllegalArgumentException.class, () -> lab.udpEcho("0.0.0.0", 0));
      assertThrows(IllegalArgumentException.class, () -> lab.tcpEcho("192.0.2.1", 0));
    }
  }

  @Test
  void aDeclaredDeviceHasTheServicesItLists() throws Exception {
    int port;
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
      port = free.getLocalPort();
    }
    LabDevice device =
        new LabDevice("127.0.0.2", port, LabDevice.NONE, LabDevice.NONE, Optional.empty());
    try (Lab lab = labWith(device)) {
      assertEquals(port, lab.udpEchoes().getFirst().address().getPort());
      assertEquals(List.of(), lab.tcpEchoes());
      assertEquals(List.of(), lab.origins());
      assertEquals(List.of(), lab.hosts());
    }
  }

  @Test
  void aDeviceWhosePortIsTakenIsPlayedElsewhereAndTrafficIsLedThere() throws Exception {
    try (Lab first = Lab.start()) {
      int taken = first.tcpEcho("127.0.0.2", 0).address().getPort();
      LabDevice device =
          new LabDevice("127.0.0.2", LabDevice.NONE, taken, LabDevice.NONE, Optional.empty());
      try (Lab second = labWith(device)) {
        HostMapping detour = second.hosts().getFirst();
        assertEquals("127.0.0.2:" + taken, detour.host() + ":" + detour.port());
        assertEquals(second.tcpEchoes().getFirst().address().getPort(), detour.targetPort());
      }
    }
  }
}
