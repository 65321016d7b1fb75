package cn.venuepass.domain.audit;

import cn.venuepass.domain.venue.DivisionCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as it is stored, which may be otherwise than it was written: so its columns are texts,
 * whatever they say.
 *
 * @param columns time, kind, id, role and division of the actor, action, purpose, venue, division,
 *     reference
 * @param subjects the people whose data it concerns
 */
public record AuditEntry(UUID id, List<Optional<String>> columns, List<UUID> subjects) {
  public AuditEntry {
    columns = List.copyOf(columns);
    subjects = subjects.stream().sorted(Comparator.comparing(UUID::toString)).toList();
  }

  public static AuditEntry of(AuditEvent event) {
    Actor actor = event.actor();
    Deed deed = event.deed();
    return new AuditEntry(
        event.id().value(),
        List.of(
            Optional.of(event.at().toString()),
            Optional.of(actor.kind().name()),
            actor.id().map(UUID::toString),
            actor.role(),
            actor.division().map(DivisionCode::text),
            Optional.of(deed.action().name()),
            Optional.of(deed.purpose().name()),
            deed.venue().map(venue -> venue.value().toString()),
            deed.division().map(DivisionCode::text),
            deed.reference()),
        deed.subjects().stream().map(person -> person.value()).toList());
  }

  /** SHA-256 over the whole entry at that place of the chain. */
  byte[] digest(long number) {
    CanonicalText text = new CanonicalText().add(number).add(id.toString()).add(columns.size());
    columns.forEach(text::add);
    text.add(subjects.size());
    subjects.forEach(person -> text.add(person.toString()));
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
