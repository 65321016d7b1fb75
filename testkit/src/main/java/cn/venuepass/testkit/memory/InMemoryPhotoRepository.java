package cn.venuepass.testkit.memory;

import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.photo.PhotoRepository;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.photo.PhotoId;
import cn.venuepass.domain.photo.PhotoKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class InMemoryPhotoRepository implements PhotoRepository {
  private final InMemoryStore store;
  private final Map<PhotoId, Kept> photos;

  InMemoryPhotoRepository(InMemoryStore store) {
    this.store = store;
    this.photos = store.table();
  }

  @Override
  public boolean add(Photo photo, PhotoKey key) {
    return store.run(
        () ->
            listOf(photo.inspection()).size() < Photo.MOST
                && photos.putIfAbsent(photo.id(), new Kept(photo, key)) == null);
  }

  @Override
  public Optional<Kept> find(InspectionId inspection, PhotoId photo) {
    return store.run(
        () ->
            Optional.ofNullable(photos.get(photo))
                .filter(kept -> kept.photo().inspection().equals(inspection)));
  }

  @Override
  public List<Photo> listOf(InspectionId inspection) {
    return store.run(
        () ->
            photos.values().stream()
                .map(Kept::photo)
                .filter(photo -> photo.inspection().equals(inspection))
                .sorted(
                    Comparator.comparing(Photo::at)
                        .thenComparing(photo -> photo.id().value().toString()))
                .toList());
  }

  @Override
  public Set<UUID> known(Collection<UUID> contents) {
    return store.run(
        () ->
            photos.values().stream()
                .map(kept -> kept.photo().content())
                .filter(contents::contains)
                .collect(toSet()));
  }
}
