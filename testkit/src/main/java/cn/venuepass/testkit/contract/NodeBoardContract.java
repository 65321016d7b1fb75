package cn.venuepass.testkit.contract;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.board.MinuteScans;
import cn.venuepass.application.board.NodeBoard;
import cn.venuepass.application.board.NodeFigures;
import cn.venuepass.domain.visit.ScanOutcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link NodeBoard}. */
public interface NodeBoardContract extends StoreContract {

  @BeforeEach
  default void wipeTheBoard() {
    stores()
        .nodeBoard()
        .wipe(Instant.parse("2200-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z"));
  }

  @Test
  default void aNodesFiguresShouldReplaceItsEarlierOnes() {
    Instant now = clock().instant();
    UUID id = UUID.randomUUID();
    NodeFigures later = node(id, now.plusSeconds(2), 7);
    board().write(node(id, now, 3), List.of());
    board().write(later, List.of());
    assertThat(board().nodes(now)).containsExactly(later);
  }

  @Test
  default void nodesShouldBeShownFromTheOldestByWhenTheyWereSeen() {
    Instant now = clock().instant();
    NodeFigures young = node(UUID.randomUUID(), now.plusSeconds(5), 0);
    NodeFigures old = node(UUID.randomUUID(), now, 0);
    board().write(young, List.of());
    board().write(old, List.of());
    assertThat(board().nodes(now)).containsExactly(old, young);
    assertThat(board().nodes(now.plusMillis(1))).containsExactly(young);
    board().remove(young.id());
    assertThat(board().nodes(now)).containsExactly(old);
  }

  @Test
  default void scansOfAllNodesShouldBeOneCount() {
    Instant now = clock().instant();
    Instant minute = now.truncatedTo(MINUTES);
    Instant next = minute.plus(1, MINUTES);
    NodeFigures one = node(UUID.randomUUID(), now, 0);
    NodeFigures other = node(UUID.randomUUID(), now, 0);
    board()
        .write(
            one,
            List.of(
                new MinuteScans(minute, Kind.ENTERED, 5),
                new MinuteScans(next, Kind.LEFT_WITHOUT_ENTRY, 1)));
    board().write(other, List.of(new MinuteScans(minute, Kind.ENTERED, 3_000_000_000L)));
    board().remove(other.id());
    assertThat(board().scans(minute))
        .containsExactlyInAnyOrder(
            new MinuteScans(minute, Kind.ENTERED, 3_000_000_005L),
            new MinuteScans(next, Kind.LEFT_WITHOUT_ENTRY, 1));
    assertThat(board().scans(next)).hasSize(1);
  }

  @Test
  default void countsShouldReplaceThoseOfTheSameAndLaterMinutesOnly() {
    Instant now = clock().instant();
    Instant minute = now.truncatedTo(MINUTES);
    Instant next = minute.plus(1, MINUTES);
    NodeFigures node = node(UUID.randomUUID(), now, 0);
    board().write(node, List.of(new MinuteScans(minute, Kind.ENTERED, 5)));
    for (int i = 0; i < 2; i++) {
      board().write(node, List.of(new MinuteScans(next, Kind.ENTERED, 6)));
    }
    board().write(node, List.of());
    assertThat(board().scans(minute))
        .containsExactlyInAnyOrder(
            new MinuteScans(minute, Kind.ENTERED, 5), new MinuteScans(next, Kind.ENTERED, 6));
  }

  @Test
  default void whatIsOverShouldBeWiped() {
    Instant now = clock().instant();
    Instant minute = now.truncatedTo(MINUTES);
    Instant next = minute.plus(1, MINUTES);
    NodeFigures node = node(UUID.randomUUID(), now, 0);
    board()
        .write(
            node,
            List.of(new MinuteScans(minute, Kind.LEFT, 5), new MinuteScans(next, Kind.REFUSED, 6)));
    board().wipe(now, next);
    assertThat(board().nodes(Instant.EPOCH)).containsExactly(node);
    assertThat(board().scans(Instant.EPOCH))
        .containsExactly(new MinuteScans(next, Kind.REFUSED, 6));
    board().wipe(now.plusMillis(1), next);
    assertThat(board().nodes(Instant.EPOCH)).isEmpty();
  }

  private NodeBoard board() {
    return stores().nodeBoard();
  }

  private static NodeFigures node(UUID id, Instant seenAt, int waiting) {
    return new NodeFigures(
        id, "1.2", seenAt.minusSeconds(60), seenAt, waiting, 12, 4, 11, Duration.ofMillis(3));
  }
}
