package cn.venuepass.rest.cases;

import cn.venuepass.application.cases.CaseView;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Illness;
import cn.venuepass.domain.tracing.Interval;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case; its inside only for the team.
 *
 * @param alsoOpen other open cases of the same person; absent in lists and for others
 * @param details absent for others
 */
record CaseResponse(
    UUID id,
    Case.Status status,
    boolean drill,
    String division,
    String owner,
    boolean onTeam,
    Instant openedAt,
    @Nullable Instant closedAt,
    WindowResponse window,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> alsoOpen,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Details details) {

  static CaseResponse of(CaseView view) {
    Case of = view.of();
    return new CaseResponse(
        of.id().value(),
        of.status(),
        of.drill(),
        of.division().text(),
        view.owner().text(),
        view.own(),
        of.openedAt(),
        of.closing().map(Case.Closing::at).orElse(null),
        WindowResponse.of(view.window()),
        view.index().isPresent() ? view.alsoOpen().stream().map(CaseId::value).toList() : null,
        view.own() ? Details.of(view) : null);
  }

  /** The infectious window as far as it has come. */
  record WindowResponse(Instant from, Instant to) {
    static WindowResponse of(Interval window) {
      return new WindowResponse(window.from(), window.to());
    }
  }

  /**
   * What the team knows.
   *
   * @param index not in lists, nor once the case is closed
   * @param latest not in lists
   */
  record Details(
      String reference,
      String purpose,
      List<Member> team,
      @Nullable Instant onsetAt,
      @Nullable Instant sampledAt,
      @Nullable Instant isolatedAt,
      @Nullable String report,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PersonResponse index,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RevisionResponse latest) {
    static Details of(CaseView view) {
      Case of = view.of();
      Illness illness = of.illness();
      return new Details(
          of.reference(),
          of.purpose(),
          view.team().stream().map(Member::of).toList(),
          illness.onsetAt().orElse(null),
          illness.sampledAt().orElse(null),
          illness.isolatedAt().orElse(null),
          of.closing().map(Case.Closing::report).orElse(null),
          orNull(view.index().map(PersonResponse::of)),
          orNull(view.latest().map(RevisionResponse::of)));
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
      return value.orElse(null);
    }

    @Override
    public String toString() {
      return "Details[***]";
    }
  }

  /** Somebody who works on it. */
  record Member(UUID id, String username) {
    static Member of(CaseView.Member member) {
      return new Member(member.id().value(), member.name().text());
    }
  }
}
