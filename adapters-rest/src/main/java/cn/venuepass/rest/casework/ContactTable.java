package cn.venuepass.rest.casework;

import static java.util.stream.Collectors.joining;

import cn.venuepass.application.Days;
import cn.venuepass.application.casework.ExportContacts.End;
import cn.venuepass.application.casework.ExportContacts.Mark;
import cn.venuepass.application.casework.ExportContacts.Row;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.tracing.Overlap;
import cn.venuepass.rest.problem.Messages;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Contacts as rows of texts, in the language of whoever takes them, with the file's marks. */
final class ContactTable {
  private static final String DRILL = "DRILL";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Days.CHINA);

  private final Messages messages;
  private final Mark mark;

  ContactTable(Messages messages, Mark mark) {
    this.messages = messages;
    this.mark = mark;
  }

  /** Whose file it is, and what of. */
  List<List<String>> marks() {
    return List.of(
        List.of(label("case"), mark.of().value().toString(), mark.reference(), kind()),
        List.of(label("takenBy"), mark.by()),
        List.of(label("takenAt"), TIME.format(mark.at())),
        List.of(label("purpose"), mark.purpose().name()),
        List.of(label("revision"), String.valueOf(mark.revision())),
        List.of(label("parameters"), String.valueOf(mark.parameters())),
        List.of(
            label("rows"),
            String.valueOf(mark.rows()),
            mark.left() == 0 ? "" : messages.report("contacts.left", mark.left())));
  }

  String title() {
    return label("title");
  }

  String marksTitle() {
    return label("marks");
  }

  List<String> head() {
    return Stream.of(
            Stream.of("kind", "ring", "name", "phone"),
            mark.withIdNumbers() ? Stream.of("idNumber") : Stream.<String>of(),
            Stream.of("grade", "minutes", "staff", "from", "venues", "state", "notReached"))
        .flatMap(names -> names)
        .map(this::label)
        .toList();
  }

  List<String> row(Row row) {
    var contact = row.contact();
    return Stream.of(
            Stream.of(
                kind(),
                String.valueOf(contact.ring()),
                row.person().name(),
                row.person().phone().map(PhoneNumber::national).orElse("")),
            mark.withIdNumbers()
                ? Stream.of(row.person().idNumber().map(ResidentIdNumber::text).orElse(""))
                : Stream.<String>of(),
            Stream.of(
                contact.grade().name(),
                String.valueOf(contact.totalMinutes()),
                contact.staff() ? label("isStaff") : "",
                TIME.format(contact.exposedAt()),
                venues(contact.overlaps()),
                row.followUp().state().name(),
                String.valueOf(row.followUp().notReached())))
        .flatMap(cells -> cells)
        .toList();
  }

  /** The last row: a file without it was cut. */
  List<String> end(End end) {
    return List.of(
        kind(), label("end"), String.valueOf(end.rows()), end.moved() ? label("moved") : "");
  }

  private static String venues(List<Overlap> overlaps) {
    return overlaps.stream()
        .map(overlap -> overlap.venueName().text())
        .distinct()
        .collect(joining("; "));
  }

  private String kind() {
    return mark.drill() ? DRILL : "";
  }

  private String label(String key) {
    return messages.report("contacts." + key);
  }
}
