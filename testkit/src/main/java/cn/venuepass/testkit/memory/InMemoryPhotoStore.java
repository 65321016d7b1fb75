package cn.venuepass.testkit.memory;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.photo.PhotoStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps contents in memory, and fails when it is told to. */
public final class InMemoryPhotoStore implements PhotoStore {
  private final Map<UUID, byte[]> contents = new ConcurrentHashMap<>();
  private volatile boolean broken;

  /** From now on whatever it is asked fails, or works again. */
  public void broken(boolean nothingWorks) {
    broken = nothingWorks;
  }

  /** What it keeps. */
  public Set<UUID> names() {
    return Set.copyOf(contents.keySet());
  }

  @Override
  public void put(UUID name, byte[] sealed) {
    requireWhole();
    contents.put(name, sealed.clone());
  }

  @Override
  public Optional<byte[]> get(UUID name) {
    requireWhole();
    return Optional.ofNullable(contents.get(name)).map(byte[]::clone);
  }

  @Override
  public void delete(UUID name) {
    requireWhole();
    contents.remove(name);
  }

  @Override
  public void visit(Consumer<UUID> visitor) {
    requireWhole();
    names().forEach(visitor);
  }

  private void requireWhole() {
    if (broken) {
      throw new TemporarilyUnavailable("the photos in memory are told to fail");
    }
  }
}
