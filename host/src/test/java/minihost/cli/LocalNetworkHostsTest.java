package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The LAN rules between two hosts that are really two, by the phone's own interface and mask. The
 * services that a rule keeps a program from are there, on the phone itself too.
 */
@Timeout(120)
class LocalNetworkHostsTest {
  @TempDir Path folder;

  private TwoHosts hosts;

  @BeforeEach
  void join() throws Exception {
    hosts = new TwoHosts(folder);
  }

  @AfterEach
  void part() throws Exception {
    if (hosts != null) hosts.close();
  }

  @Test // LAN-1, LAN-3, LAN-9
  void aRequestReachesThePeerAndNeitherThePhoneItselfNorAnotherSubnet() throws Exception {
    List<String> said =
        hosts.run(
            """
            const get = (host, then) => wx.request({
              url: 'http://' + host + ':8200/',
              success: ({ data }) => console.log('SAID', host, data),
              fail: ({ errMsg }) => console.log('SAID', host, errMsg),
              complete: then,
            })
            get('10.77.0.2', () => get('10.78.0.3', () => get('10.77.0.3')))
            """);
    String refused = "request:fail url not in domain list";
    assertEquals(
        List.of("10.77.0.2 " + refused, "10.78.0.3 " + refused, "10.77.0.3 the lamp"), said);
    assertEquals(List.of("http GET from 10.77.0.2"), hosts.reached());
    assertEquals(List.of("tcp 10.77.0.3:8200"), hosts.sent());
  }

  /** So that what is not heard has not been said. */
  @Test
  void whatTheRulesWouldRefuseIsHeardOnTheWireWhenTheyDoNot() throws Exception {
    Files.writeString(
        folder.resolve("program/project.config.json"), "{\"setting\":{\"urlCheck\":false}}");
    List<String> said =
        hosts.run(
            """
            for (const host of ['10.77.0.2', '10.78.0.3']) wx.request({
              url: 'http://' + host + ':8200/',
              complete: ({ data }) => console.log('SAID', data),
            })
            """);
    assertEquals(List.of("the lamp", "the lamp"), said);
    assertEquals(List.of("http GET from 10.77.0.2"), hosts.reached());
    List<String> sent = hosts.sent();
    assertTrue(
        sent.containsAll(List.of("tcp 10.77.0.2:8200", "tcp 10.78.0.3:8200")), sent::toString);
  }

  @Test // LAN-1, LAN-3, LAN-9
  void soDoUploadAndDownload() throws Exception {
    List<String> said =
        hosts.run(
            """
            const call = (name, host, more) => new Promise(resolve => wx[name]({
              url: 'http://' + host + ':8200/', ...more,
              success: ({ statusCode, data = '' }) => console.log('SAID', statusCode, data),
              fail: ({ errMsg }) => console.log('SAID', errMsg),
              complete: resolve,
            }))
            const both = async host => {
              await call('uploadFile', host, { filePath: 'app.js', name: 'f' })
              await call('downloadFile', host)
            }
            both('10.77.0.2').then(() => both('10.78.0.3')).then(() => both('10.77.0.3'))
            """);
    List<String> refused =
        List.of(
            "uploadFile:fail url not in domain list", "downloadFile:fail url not in domain list");
    assertEquals(refused, said.subList(0, 2));
    assertEquals(refused, said.subList(2, 4));
    assertEquals(List.of("200 the lamp has app.js", "200 "), said.subList(4, said.size()));
    assertEquals(List.of("http POST from 10.77.0.2", "http GET from 10.77.0.2"), hosts.reached());
    assertEquals(List.of("tcp 10.77.0.3:8200"), hosts.sent());
  }

  @Test // S-row 14
  void aWebSocketReachesThePeerAndNeitherThePhoneItselfNorAnotherSubnet() throws Exception {
    List<String> said =
        hosts.run(
            """
            const open = (host, then) => {
              const say = (...words) => console.log('SAID', host, ...words)
              const task = wx.connectSocket({
                url: 'ws://' + host + ':8203/',
                success: ({ errMsg }) => say(errMsg),
              })
              task.onOpen(() => task.send({ data: 'light' }))
              task.onMessage(({ data }) => { say(data); task.close({}) })
              task.onError(({ errMsg }) => { say(errMsg); then() })
              task.onClose(({ code }) => say(code))
            }
            open('10.77.0.2', () => open('10.78.0.3', () => open('10.77.0.3')))
            """);
    assertEquals(
        List.of(
            "10.77.0.2 connectSocket:ok",
            "10.77.0.2 fail:url not in domain list",
            "10.78.0.3 connectSocket:ok",
            "10.78.0.3 fail:url not in domain list",
            "10.77.0.3 connectSocket:ok",
            "10.77.0.3 light",
            "10.77.0.3 1000"),
        said);
    assertEquals(List.of("ws"), hosts.reached());
    assertEquals(List.of("tcp 10.77.0.3:8203"), hosts.sent());
  }

  @Test // S-row 17
  void aDatagramReachesThePeerAndNeitherThePhoneItselfNorAnotherSubnet() throws Exception {
    List<String> said =
        hosts.run(
            """
            const udp = wx.createUDPSocket()
            udp.bind()
            udp.onError(({ errCode }) => console.log('SAID', errCode))
            udp.onMessage(({ message, remoteInfo: { address, port, family } }) => {
              console.log('SAID', message.byteLength, address, port, family)
              udp.close()
            })
            for (const address of ['10.77.0.2', '10.78.0.3', '127.0.0.1', '10.77.0.3'])
              udp.send({ address, port: 8202, message: 'light' })
            """);
    assertEquals(List.of("1", "1", "1", "5 10.77.0.3 8202 IPv4"), said);
    assertEquals(List.of("udp from 10.77.0.2"), hosts.reached());
    assertEquals(List.of("udp 10.77.0.3:8202"), hosts.sent());
  }

  @Test // S-row 17
  void aBroadcastReachesThePeer() throws Exception {
    List<String> said =
        hosts.run(
            """
            const udp = wx.createUDPSocket()
            udp.bind()
            const heard = []
            udp.onMessage(({ message, remoteInfo: { address } }) => {
              if (address === '10.77.0.2') return // the phone is in its LAN as well
              heard.push(address + ' ' + String.fromCharCode(...new Uint8Array(message)))
              if (heard.length < 2) return
              console.log('SAID', heard.sort().join())
              udp.close()
            })
            udp.onError(({ errCode }) => console.log('SAID', errCode))
            udp.send({ address: '10.77.0.255', port: 8202, message: 'unasked' })
            udp.send({ address: '255.255.255.255', port: 8202, message: 'all' })
            udp.send({ address: '10.77.0.255', port: 8202, message: 'net', setBroadcast: true })
            """);
    assertEquals(List.of("-2", "10.77.0.3 all,10.77.0.3 net"), said);
    assertEquals(List.of("udp from 10.77.0.2", "udp from 10.77.0.2"), hosts.reached());
  }

  @Test // S-row 18, S-row 20
  void aConnectionReachesThePeerAndNeitherThePhoneItselfNorAnotherSubnetNorAForbiddenPort()
      throws Exception {
    List<String> said =
        hosts.run(
            """
            const open = (address, port, then) => {
              const tcp = wx.createTCPSocket()
              tcp.onError(({ errCode }) => {
                console.log('SAID', address, port, errCode)
                tcp.close()
                then()
              })
              tcp.onConnect(({ localInfo }) => {
                console.log('SAID', localInfo.address)
                tcp.write('light')
              })
              tcp.onMessage(({ message }) => {
                console.log('SAID', message.byteLength)
                tcp.close()
              })
              tcp.connect({ address, port })
            }
            open('10.77.0.2', 8201, () =>
              open('10.78.0.3', 8201, () =>
                open('10.77.0.3', 8050, () => open('10.77.0.3', 8201))))
            """);
    assertEquals(
        List.of("10.77.0.2 8201 -4", "10.78.0.3 8201 -4", "10.77.0.3 8050 -4", "10.77.0.2", "5"),
        said);
    assertEquals(List.of("tcp from 10.77.0.2"), hosts.reached());
    assertEquals(List.of("tcp 10.77.0.3:8201"), hosts.sent());
  }

  @Test // S-row 26
  void theLocalAddressIsThatOfTheInterfaceWithTheDefaultRoute() throws Exception {
    List<String> said =
        hosts.run(
            """
            wx.getLocalIPAddress({
              success: ({ localip, netmask }) => console.log('SAID', localip, netmask),
            })
            """);
    assertEquals(List.of("10.77.0.2 255.255.255.0"), said);
    assertEquals(List.of(), hosts.sent());
  }
}
