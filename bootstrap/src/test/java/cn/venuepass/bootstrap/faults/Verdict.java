package cn.venuepass.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.faults.Journal.Acknowledged;
import cn.venuepass.bootstrap.faults.Scan.Walker;
import cn.venuepass.testkit.http.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Whether everything that was acknowledged is there, once, and nothing else. */
final class Verdict {
  private static final int REPLAYING_AT_ONCE = 8;

  private final ApiClient api;
  private final List<Journal> journals;
  private final Store store;

  Verdict(ApiClient api, List<Journal> journals, Store store) {
    this.api = api;
    this.journals = journals;
    this.store = store;
  }

  /** Opens the database itself. */
  interface Store {
    Connection connect() throws SQLException;
  }

  /** Looks at the latest load over HTTP, and at all that there is in the database. */
  void pass(Journal latest) {
    assertThat(latest.failures().keySet()).isSubsetOf("503", Load.NO_ANSWER);
    replay(latest);
    try (Connection database = store.connect()) {
      passOn(database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void replay(Journal journal) {
    ExecutorService threads = Executors.newFixedThreadPool(REPLAYING_AT_ONCE);
    try {
      List<Future<?>> replays = new ArrayList<>();
      journal
          .told()
          .forEach((person, scans) -> replays.add(threads.submit(() -> askAgain(person, scans))));
      for (Future<?> replay : replays) {
        replay.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("the word of an answer is not kept", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  void passOn(Connection database) throws SQLException {
    Books told = Books.of(journals);
    Books stored = Books.in(database);
    assertThat(told.visits()).isNotEmpty();
    assertThat(told.without(stored)).as("acknowledged, and lost").isEmpty();
    assertThat(stored.without(told)).as("stored, and nobody was told").isEmpty();
  }

  /** Every scan sent again is answered as before; everybody sees every visit once. */
  private void askAgain(Walker person, List<Acknowledged> scans) {
    ApiClient caller = api.bearing(person.token());
    for (Acknowledged scan : scans) {
      assertThat(caller.post("/scans", scan.scan().body()).expect(200).text())
          .isEqualTo(scan.answer().text());
    }
    List<String> seen = new ArrayList<>();
    for (String page = ""; !page.equals("null"); ) {
      JsonNode visits = caller.get("/me/visits?limit=200" + page).expect(200).json();
      seen.addAll(visits.findValuesAsText("visitId"));
      JsonNode next = visits.get("next");
      page = next.isNull() ? "null" : "&cursor=" + next.asText();
    }
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            scans.stream().map(scan -> scan.answer().field("visitId")).distinct().toList());
  }
}
