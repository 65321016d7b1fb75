package cn.venuepass.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.photo.PhotoStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link PhotoStore}. */
public interface PhotoStoreContract {
  PhotoStore photos();

  @Test
  default void whatIsPutShouldBeGotUntilItIsDeleted() {
    UUID name = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    byte[] content = new byte[3 * 1024 * 1024];
    new Random(1).nextBytes(content);
    photos().put(name, content);
    photos().put(other, "other".getBytes(UTF_8));
    assertThat(photos().get(name)).hasValueSatisfying(got -> assertThat(got).isEqualTo(content));
    photos().delete(name);
    assertThat(photos().get(name)).isEmpty();
    assertThat(photos().get(other)).hasValue("other".getBytes(UTF_8));
    photos().delete(name);
    photos().delete(other);
  }

  @Test
  default void visitShouldShowEveryName() {
    List<UUID> names = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      UUID name = UUID.randomUUID();
      photos().put(name, new byte[] {(byte) i});
      names.add(name);
    }
    assertThat(visited()).containsAll(names);
    names.forEach(photos()::delete);
    assertThat(visited()).doesNotContainAnyElementsOf(names);
  }

  @Test
  default void manyShouldBePutAtOnce() {
    List<UUID> names =
        AtOnce.run(
            8,
            i -> {
              UUID name = UUID.randomUUID();
              photos().put(name, new byte[10_000 + i]);
              return name;
            });
    for (int i = 0; i < names.size(); i++) {
      assertThat(photos().get(names.get(i)).orElseThrow()).hasSize(10_000 + i);
    }
  }

  private List<UUID> visited() {
    List<UUID> seen = new ArrayList<>();
    photos().visit(seen::add);
    return seen;
  }
}
