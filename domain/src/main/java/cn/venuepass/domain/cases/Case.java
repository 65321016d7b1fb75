package cn.venuepass.domain.cases;

import static java.util.stream.Collectors.toSet;

import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A person under epidemiological investigation (病例).
 *
 * @param index whose contacts are traced
 * @param reference the number under which others know the case, at most 60 characters
 * @param purpose why people's data is looked at, at most 200 characters
 * @param drill whether it is an exercise: nobody is told, nothing is held, names stay masked
 * @param owner who answers for it
 * @param team who works on it, the owner included
 * @param division what it looks at: the venues of that division and of all below it. It is the
 *     owner's
 * @param revision grows by one with every change; of two concurrent changes one wins
 */
public record Case(
    CaseId id,
    PersonId index,
    String reference,
    String purpose,
    Illness illness,
    boolean drill,
    StaffId owner,
    Set<StaffId> team,
    DivisionCode division,
    Instant openedAt,
    Optional<Closing> closing,
    int revision) {
  private static final int LONGEST_REFERENCE = 60;
  private static final int LONGEST_PURPOSE = 200;
  private static final int LONGEST_REPORT = 2_000;

  public Case {
    reference = PlainText.checked("reference", reference, LONGEST_REFERENCE);
    purpose = PlainText.checked("purpose", purpose, LONGEST_PURPOSE);
    team = Set.copyOf(team);
    if (!team.contains(owner)) {
      throw new IllegalArgumentException("the owner is of the team");
    }
  }

  /** How far it has come. */
  public enum Status {
    OPEN,
    CLOSED
  }

  /**
   * The end of a case, which is final.
   *
   * @param report what came of it, at most 2,000 characters
   */
  public record Closing(Instant at, StaffId by, String report) {
    public Closing {
      report = PlainText.checked("report", report, LONGEST_REPORT);
    }

    @Override
    public String toString() {
      return "Closing[" + at + ", ***]";
    }
  }

  /** The same case with another team. */
  public Case with(Set<StaffId> others) {
    return new Case(
        id, index, reference, purpose, illness, drill, owner, others, division, openedAt, closing,
        revision);
  }

  /** The next revision: what is known of the illness was corrected. */
  public Case corrected(Illness known) {
    return next(known, owner, team, division, closing);
  }

  /** The next revision: others work on it, and the owner still. */
  public Case staffedBy(Set<StaffId> members) {
    return next(
        illness,
        owner,
        Stream.concat(members.stream(), Stream.of(owner)).collect(toSet()),
        division,
        closing);
  }

  /** The next revision: somebody else answers for it, and it looks at another division. */
  public Case handedOver(StaffId to, DivisionCode other, Set<StaffId> members) {
    return next(
        illness,
        to,
        Stream.concat(members.stream(), Stream.of(to)).collect(toSet()),
        other,
        closing);
  }

  /** The last revision. */
  public Case closed(Closing end) {
    return next(illness, owner, team, division, Optional.of(end));
  }

  private Case next(
      Illness known, StaffId by, Set<StaffId> members, DivisionCode within, Optional<Closing> end) {
    return new Case(
        id,
        index,
        reference,
        purpose,
        known,
        drill,
        by,
        members,
        within,
        openedAt,
        end,
        revision + 1);
  }

  public Status status() {
    return closing.isPresent() ? Status.CLOSED : Status.OPEN;
  }

  public boolean isOpen() {
    return closing.isEmpty();
  }

  @Override
  public String toString() {
    return "Case[" + id.value() + ", ***]";
  }
}
