package minihost.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {
  private final Lane lane = new Lane(2);
  private final List<String> started = new ArrayList<>();

  private Lane.Place enter(String name) {
    return lane.enter(() -> started.add(name));
  }

  @Test // CON-2
  void thoseWhoWaitStartInTheOrderInWhichTheyCame() {
    Lane.Place a = enter("a");
    Lane.Place b = enter("b");
    enter("c");
    enter("d");
    assertEquals(List.of("a", "b"), started);
    assertTrue(lane.isFull());
    b.leave();
    assertEquals(List.of("a", "b", "c"), started);
    a.leave();
    assertEquals(List.of("a", "b", "c", "d"), started);
    assertEquals(2, lane.running());
    assertEquals(0, lane.waiting());
  }

  @Test // CON-5
  void whoeverLeavesWhileWaitingNeverStarts() {
    Lane.Place a = enter("a");
    enter("b");
    Lane.Place c = enter("c");
    enter("d");
    assertTrue(c.isWaiting());
    c.leave();
    assertFalse(c.isWaiting());
    a.leave();
    assertEquals(List.of("a", "b", "d"), started);
  }

  @Test
  void leavingTwiceFreesOnePlace() {
    Lane.Place a = enter("a");
    enter("b");
    enter("c");
    enter("d");
    a.leave();
    a.leave();
    assertEquals(List.of("a", "b", "c"), started);
    assertEquals(2, lane.running());
  }

  @Test // CON-5
  void oneThatLeavesAsItStartsLetsTheNextIn() {
    Lane.Place a = enter("a");
    enter("b");
    List<Lane.Place> hasty = new ArrayList<>();
    hasty.add(lane.enter(() -> hasty.getFirst().leave()));
    enter("d");
    a.leave();
    assertEquals(List.of("a", "b", "d"), started);
    assertEquals(2, lane.running());
  }
}
