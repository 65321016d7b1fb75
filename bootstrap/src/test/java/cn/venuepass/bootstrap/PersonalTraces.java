package cn.venuepass.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.SamplePhones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Remembers the personal values that a test used, to look for them where they must not be. */
final class PersonalTraces {
  private final List<String> values =
      new CopyOnWriteArrayList<>(List.of("阿依古丽", "买买提", "王样本", "13800000000", "13800000001"));

  ResidentIdNumber idNumber() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    values.add(idNumber.text());
    return idNumber;
  }

  PhoneNumber phone() {
    PhoneNumber phone = SamplePhones.next();
    values.add(phone.national());
    return phone;
  }

  void assertNoneIn(String text) {
    assertThat(values).noneMatch(text::contains);
  }

  /**
   * None of the values stands in any file below, while something that may stand there is found by
   * the same search.
   */
  void assertNoneBelow(Path directory, String mayStandThere) throws IOException {
    var everything = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        everything.append(new String(Files.readAllBytes(file), ISO_8859_1));
      }
    }
    String bytes = everything.toString();
    assertThat(spellings(mayStandThere)).anyMatch(bytes::contains);
    assertThat(values).flatMap(PersonalTraces::spellings).noneMatch(bytes::contains);
  }

  /** How a text may stand in bytes: UTF-8, UTF-16, and H2's own way, each byte as a character. */
  private static List<String> spellings(String text) {
    return List.of(
        new String(text.getBytes(UTF_8), ISO_8859_1),
        new String(text.getBytes(UTF_16LE), ISO_8859_1),
        new String(text.getBytes(UTF_16BE), ISO_8859_1),
        asH2Writes(text));
  }

  /** Like UTF-8, but without the mark on the bytes that follow the first. */
  private static String asH2Writes(String text) {
    var bytes = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes.append(c);
      } else if (c < 0x800) {
        bytes.append((char) (0xc0 | c >> 6)).append((char) (c & 0x3f));
      } else {
        bytes
            .append((char) (0xe0 | c >> 12))
            .append((char) (c >> 6 & 0x3f))
            .append((char) (c & 0x3f));
      }
    }
    return bytes.toString();
  }
}
