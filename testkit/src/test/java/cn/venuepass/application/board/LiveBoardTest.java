package cn.venuepass.application.board;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.domain.visit.ScanOutcome.Kind;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.memory.InMemoryStore;
import cn.venuepass.testkit.memory.SetReadings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveBoardTest {
  private final MovableClock clock = MovableClock.monday();
  private final NodeBoard store = InMemoryStore.create().nodeBoard();
  private final SetReadings readings = new SetReadings();
  private final SetReadings otherReadings = new SetReadings();
  private final BoardUseCases node = node(store, readings);
  private final BoardUseCases other = node(store, otherReadings);

  @Test
  void aBoardThatNobodyWroteShouldShowHalfAnHourOfNothing() {
    Board board = node.viewBoard().view();
    assertThat(board.minutes()).hasSize(30);
    assertThat(board.minutes().get(29).begin()).isEqualTo(clock.instant().truncatedTo(MINUTES));
    assertThat(board.minutes())
        .allSatisfy(minute -> assertThat(minute.scans()).hasSize(5).containsEntry(Kind.LEFT, 0L));
    assertThat(board.nodes()).isEmpty();
    assertThat(board.batchSize()).isEmpty();
    assertThat(board.commitTime()).isEmpty();
  }

  @Test
  void scansOfAllNodesShouldBeCountedInTheirMinute() {
    readings.set(scans(2, 0));
    otherReadings.set(scans(3, 1));
    node.reportNode().report();
    other.reportNode().report();
    clock.advance(Duration.ofMinutes(1));
    readings.set(scans(6, 0));
    node.reportNode().report();
    node.reportNode().report();
    List<Board.Minute> minutes = node.viewBoard().view().minutes();
    assertThat(minutes.get(28).scans())
        .containsEntry(Kind.ENTERED, 5L)
        .containsEntry(Kind.REFUSED, 1L);
    assertThat(minutes.get(29).scans())
        .containsEntry(Kind.ENTERED, 4L)
        .containsEntry(Kind.REFUSED, 0L);
  }

  @Test
  void aNodeShouldTellOfItsLastMinute() {
    readings.set(scans(100, 0));
    node.reportNode().report();
    clock.advance(Duration.ofSeconds(59));
    node.reportNode().report();
    clock.advance(Duration.ofSeconds(30));
    readings.set(scans(107, 1));
    node.reportNode().report();
    NodeFigures figures = node.viewBoard().view().nodes().get(0).figures();
    assertThat(figures.scans()).isEqualTo(8);
    assertThat(figures.version()).isEqualTo("1.2");
    assertThat(figures.seenAt()).isEqualTo(clock.instant());
  }

  @Test
  void figuresOfAllNodesThatAreThereShouldBeTakenTogether() {
    readings.set(new LedgerReading(Map.of(), 2, 1, 10, Duration.ofMillis(4)));
    otherReadings.set(new LedgerReading(Map.of(), 3, 3, 2, Duration.ofMillis(4)));
    node.reportNode().report();
    other.reportNode().report();
    Board board = node.viewBoard().view();
    assertThat(board.waiting()).isEqualTo(5);
    assertThat(board.batchSize()).contains(3.0);
    assertThat(board.commitTime()).contains(Duration.ofMillis(2));
    clock.advance(Duration.ofSeconds(16));
    node.reportNode().report();
    assertThat(node.viewBoard().view().waiting()).isEqualTo(2);
  }

  @Test
  void aNodeThatIsNotSeenShouldBeMissedThenForgotten() {
    other.reportNode().report();
    clock.advance(Duration.ofSeconds(15));
    assertThat(gone()).containsExactly(false);
    clock.advance(Duration.ofMillis(1));
    assertThat(gone()).containsExactly(true);
    clock.advance(Duration.ofMinutes(10));
    assertThat(gone()).isEmpty();
    node.reportNode().report();
    assertThat(store.nodes(Instant.EPOCH)).hasSize(1);
  }

  @Test
  void aNodeThatStopsShouldNotBeMissedButItsScansStay() {
    other.reportNode().report();
    otherReadings.set(scans(3, 0));
    other.reportNode().leave();
    Board board = node.viewBoard().view();
    assertThat(board.nodes()).isEmpty();
    assertThat(board.minutes().get(29).scans()).containsEntry(Kind.ENTERED, 3L);
  }

  @Test
  void whatCouldNotBeWrittenShouldBeWrittenLater() {
    var broken = new Broken(store);
    BoardUseCases late = node(broken, readings);
    readings.set(scans(5, 0));
    assertThatThrownBy(late.reportNode()::report).isInstanceOf(TemporarilyUnavailable.class);
    clock.advance(Duration.ofMinutes(2));
    readings.set(scans(6, 0));
    broken.works = true;
    late.reportNode().report();
    List<Board.Minute> minutes = node.viewBoard().view().minutes();
    assertThat(minutes.get(27).scans()).containsEntry(Kind.ENTERED, 5L);
    assertThat(minutes.get(29).scans()).containsEntry(Kind.ENTERED, 1L);
  }

  private List<Boolean> gone() {
    return node.viewBoard().view().nodes().stream().map(Board.Node::gone).toList();
  }

  private static LedgerReading scans(long entered, long refused) {
    return new LedgerReading(
        Map.of(Kind.ENTERED, entered, Kind.REFUSED, refused), 0, 0, 0, Duration.ZERO);
  }

  private BoardUseCases node(NodeBoard board, LedgerReadings measured) {
    return BoardUseCases.over(board, measured, UUID.randomUUID(), "1.2", clock);
  }

  /** A board that cannot be written at first. */
  private static final class Broken implements NodeBoard {
    private final NodeBoard board;
    private boolean works;

    Broken(NodeBoard board) {
      this.board = board;
    }

    @Override
    public void write(NodeFigures node, List<MinuteScans> minutes) {
      if (!works) {
        throw new TemporarilyUnavailable("broken");
      }
      board.write(node, minutes);
    }

    @Override
    public List<NodeFigures> nodes(Instant seenSince) {
      return board.nodes(seenSince);
    }

    @Override
    public List<MinuteScans> scans(Instant from) {
      return board.scans(from);
    }

    @Override
    public void wipe(Instant nodesBefore, Instant minutesBefore) {
      board.wipe(nodesBefore, minutesBefore);
    }

    @Override
    public void remove(UUID id) {
      board.remove(id);
    }
  }
}
