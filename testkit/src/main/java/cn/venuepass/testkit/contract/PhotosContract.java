package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.photo.PhotoRepository;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionStep.By;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.photo.PhotoId;
import cn.venuepass.domain.photo.PhotoKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link PhotoRepository}. */
public interface PhotosContract extends StoreContract {

  @Test
  default void aPhotoShouldBeFoundWithItsKeyAtItsInspectionOnly() {
    Inspection inspection = anInspection();
    Photo second = photo(inspection, clock().instant().plusSeconds(1));
    Photo first = photo(inspection, clock().instant());
    PhotoKey key = PhotoKey.fresh(new SecureRandom());
    assertThat(photos().add(second, PhotoKey.fresh(new SecureRandom()))).isTrue();
    assertThat(photos().add(first, key)).isTrue();
    PhotoRepository.Kept kept = photos().find(inspection.id(), first.id()).orElseThrow();
    assertThat(kept.photo()).isEqualTo(first);
    assertThat(kept.key().text()).isEqualTo(key.text());
    assertThat(photos().find(anInspection().id(), first.id())).isEmpty();
    assertThat(photos().find(inspection.id(), new PhotoId(UUID.randomUUID()))).isEmpty();
    assertThat(photos().listOf(inspection.id())).containsExactly(first, second);
    assertThat(photos().listOf(new InspectionId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void noMorePhotosShouldBeAddedAtOnceThanThereIsRoomFor() {
    Inspection inspection = anInspection();
    List<Boolean> added =
        AtOnce.run(
            Photo.MOST + 4,
            i ->
                photos()
                    .add(photo(inspection, clock().instant()), PhotoKey.fresh(new SecureRandom())));
    assertThat(Collections.frequency(added, true)).isEqualTo(Photo.MOST);
    assertThat(photos().listOf(inspection.id())).hasSize(Photo.MOST);
  }

  @Test
  default void knownShouldTellTheContentsOfPhotos() {
    Photo photo = photo(anInspection(), clock().instant());
    assertThat(photos().add(photo, PhotoKey.fresh(new SecureRandom()))).isTrue();
    assertThat(photos().known(List.of(UUID.randomUUID(), photo.content())))
        .containsExactly(photo.content());
    assertThat(photos().known(List.of())).isEmpty();
  }

  private Inspection anInspection() {
    return fixtures().anInspection(Premises.of(fixtures().aVenue().add()), Optional.empty());
  }

  private static Photo photo(Inspection inspection, Instant at) {
    return new Photo(
        new PhotoId(UUID.randomUUID()), inspection.id(), UUID.randomUUID(), By.SUPERVISOR, at);
  }

  private PhotoRepository photos() {
    return stores().photos();
  }
}
