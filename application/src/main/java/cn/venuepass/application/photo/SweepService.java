package cn.venuepass.application.photo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class SweepService implements SweepPhotos {
  private static final int AT_ONCE = 500;

  private final PhotoRepository photos;
  private final Optional<PhotoStore> store;
  private Set<UUID> strayLastTime = Set.of();

  SweepService(PhotoRepository photos, Optional<PhotoStore> store) {
    this.photos = photos;
    this.store = store;
  }

  @Override
  public synchronized int sweep() {
    return store.map(this::sweep).orElse(0);
  }

  private int sweep(PhotoStore kept) {
    Set<UUID> stray = stray(kept);
    List<UUID> over = stray.stream().filter(strayLastTime::contains).toList();
    over.forEach(kept::delete);
    over.forEach(stray::remove);
    strayLastTime = stray;
    return over.size();
  }

  private Set<UUID> stray(PhotoStore kept) {
    Set<UUID> stray = new HashSet<>();
    List<UUID> batch = new ArrayList<>();
    kept.visit(
        name -> {
          batch.add(name);
          if (batch.size() == AT_ONCE) {
            look(batch, stray);
          }
        });
    look(batch, stray);
    return stray;
  }

  private void look(List<UUID> batch, Set<UUID> stray) {
    if (!batch.isEmpty()) {
      stray.addAll(batch);
      stray.removeAll(photos.known(batch));
      batch.clear();
    }
  }
}
