package cn.venuepass.domain.audit;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was done, to whose data, where and what for. Holds ids only, never a personal value.
 *
 * @param subjects the people whose data it concerns, each once
 * @param division the division that it happened for: the venue's community, if there is a venue
 * @param reference the case or task, by its id, or the id of what was changed
 */
public record Deed(
    AuditAction action,
    AuditPurpose purpose,
    List<PersonId> subjects,
    Optional<VenueId> venue,
    Optional<DivisionCode> division,
    Optional<String> reference) {
  private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7E]{1,64}");

  public Deed {
    subjects =
        subjects.stream()
            .distinct()
            .sorted(Comparator.comparing(person -> person.value().toString()))
            .toList();
    if (reference.filter(text -> !REFERENCE.matcher(text).matches()).isPresent()) {
      throw new IllegalArgumentException("a reference has 1 to 64 visible ASCII characters");
    }
  }

  public static Deed of(AuditAction action, AuditPurpose purpose) {
    return new Deed(
        action, purpose, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Deed about(Collection<PersonId> people) {
    return new Deed(action, purpose, List.copyOf(people), venue, division, reference);
  }

  public Deed at(Venue place) {
    return new Deed(
        action,
        purpose,
        subjects,
        Optional.of(place.id()),
        Optional.of(place.details().community()),
        reference);
  }

  public Deed within(DivisionCode place) {
    return new Deed(action, purpose, subjects, venue, Optional.of(place), reference);
  }

  public Deed under(String caseOrTask) {
    return new Deed(action, purpose, subjects, venue, division, Optional.of(caseOrTask));
  }
}
