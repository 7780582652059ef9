package minihost.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import minihost.config.Device;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sockets sheet 5: 3 of the last 8 exchanges, with one and the same sign. */
class WeakNetworkTest {
  private final WeakNetwork network = new WeakNetwork(Device.WeakNetwork.AUTO);
  private final List<Boolean> told = new ArrayList<>();

  @BeforeEach
  void listen() {
    network.listen(told::add);
  }

  /** {@code t} timed out connecting, {@code s} slow, {@code l} lost, a dot for neither. */
  private void seen(String exchanges) {
    exchanges.chars().forEach(c -> network.seen(new Passage(c == 't', c == 's', c == 'l')));
  }

  @ParameterizedTest // S-row 26
  @CsvSource({
    "tt, false",
    "ttt, true",
    "sss, true",
    "lll, true",
    "ttssll, false",
    "t.t....t, true",
    "t.t.....t, false",
    "lll....., true",
    "lll......, false",
    "sssssssssss, true"
  })
  void threeOfEightWithOneSign(String exchanges, boolean weak) {
    seen(exchanges);
    assertEquals(weak, network.isWeak());
  }

  @Test
  void onlyChangesAreTold() {
    seen("lllllll");
    assertEquals(List.of(true), told);
    seen(".....");
    assertEquals(List.of(true), told);
    seen("...");
    assertEquals(List.of(true, false), told);
  }

  @Test
  void whatIsSaidGoesBeforeWhatIsSeen() {
    network.say(Device.WeakNetwork.ON);
    network.say(Device.WeakNetwork.ON);
    seen("lll");
    assertEquals(List.of(true), told);
    network.say(Device.WeakNetwork.OFF);
    seen("lll");
    assertEquals(List.of(true, false), told);
    network.say(Device.WeakNetwork.AUTO);
    assertEquals(List.of(true, false, true), told);
  }

  @Test
  void itMayBeSaidFromTheStart() {
    assertTrue(new WeakNetwork(Device.WeakNetwork.ON).isWeak());
    assertFalse(new WeakNetwork(Device.WeakNetwork.OFF).isWeak());
  }

  @Test
  void anotherNetworkBeginsAnew() {
    seen("lll");
    network.forget();
    seen("ll");
    assertEquals(List.of(true, false), told);
  }
}
