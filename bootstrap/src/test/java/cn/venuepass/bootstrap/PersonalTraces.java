package cn.venuepass.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.SampleIdNumbers;
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

  void assertNoneIn(String text) {
    assertThat(values).noneMatch(text::contains);
  }

  /** Neither as UTF-8 nor as the bytes of UTF-16 in any file below. */
  void assertNoneBelow(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertNoneIn(new String(bytes, UTF_8));
        assertNoneIn(new String(bytes, UTF_16LE));
        assertNoneIn(new String(bytes, UTF_16BE));
      }
    }
  }
}
