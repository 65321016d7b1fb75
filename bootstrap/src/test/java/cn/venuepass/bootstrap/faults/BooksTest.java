package cn.venuepass.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.bootstrap.faults.Books.Visit;
import cn.venuepass.bootstrap.faults.Scan.Door;
import cn.venuepass.bootstrap.faults.Scan.Walker;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.testkit.http.Answer;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The model that judges faults follows the answers, and sees what is lost or doubled. */
class BooksTest {
  private static final Instant AT = Instant.parse("2026-11-28T08:00:00Z");
  private static final Walker SOMEBODY = new Walker("account", "token");
  private static final Door DOOR = new Door("venue", "in", "out");

  private final Journal journal = new Journal();

  @Test
  void answersInOrderShouldGiveVisitsAndWhereAPersonStands() {
    tell(Direction.IN, "ENTERED", "first", 0);
    tell(Direction.IN, "ALREADY_INSIDE", "first", 1);
    tell(Direction.OUT, "LEFT", "first", 2);
    tell(Direction.OUT, "LEFT_WITHOUT_ENTRY", "second", 3);
    tell(Direction.IN, "ENTERED", "third", 4);
    Books books = Books.of(List.of(journal));
    assertThat(books.visits())
        .containsExactlyInAnyOrder(
            new Visit("venue", "account", "first", AT, AT.plusSeconds(2)),
            new Visit("venue", "account", "second", null, AT.plusSeconds(3)),
            new Visit("venue", "account", "third", AT.plusSeconds(4), null));
    assertThat(books.presences())
        .containsExactly(new Books.Presence("venue", "account", true, "third", AT.plusSeconds(4)));
  }

  @Test
  void anEntryIntoWhereSomebodyIsShouldNotFollow() {
    tell(Direction.IN, "ENTERED", "first", 0);
    tell(Direction.IN, "ENTERED", "second", 1);
    assertThatThrownBy(() -> Books.of(List.of(journal)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("second");
  }

  @Test
  void leavingByAnotherVisitShouldNotFollow() {
    tell(Direction.IN, "ENTERED", "first", 0);
    tell(Direction.OUT, "LEFT", "second", 1);
    assertThatThrownBy(() -> Books.of(List.of(journal))).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatIsLostAndWhatIsDoubledShouldBeSeen() {
    tell(Direction.IN, "ENTERED", "first", 0);
    Books told = Books.of(List.of(journal));
    Visit visit = told.visits().get(0);
    var lost = new Books(List.of(), told.presences());
    var doubled = new Books(List.of(visit, visit), told.presences());
    var without = new Books(new ArrayList<>(told.visits()), List.of());
    assertThat(told.without(told)).isEmpty();
    assertThat(told.without(lost)).containsExactly(visit);
    assertThat(doubled.without(told)).containsExactly(visit);
    assertThat(told.without(without)).isEqualTo(told.presences());
  }

  private void tell(Direction direction, String outcome, String visit, int second) {
    String body =
        """
        {"outcome": "%s", "visitId": "%s", "at": "%s"}
        """
            .formatted(outcome, visit, AT.plusSeconds(second));
    journal.acknowledged(
        new Scan(SOMEBODY, DOOR, direction, "scan-" + second),
        new Answer(
            "POST /scans",
            200,
            HttpHeaders.of(Map.of(), (name, value) -> true),
            body.getBytes(StandardCharsets.UTF_8)));
  }
}
