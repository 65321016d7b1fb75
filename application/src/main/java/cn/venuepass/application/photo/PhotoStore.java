package cn.venuepass.application.photo;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keeps the sealed contents of photos under names that say nothing. It has no part in transactions:
 * what it keeps and no row knows is unreadable, and found by a sweep. Whatever it cannot do now is
 * {@link cn.venuepass.application.TemporarilyUnavailable}.
 */
public interface PhotoStore {

  /** Keeps the content, durably and whole when this returns, and nothing of it if this throws. */
  void put(UUID name, byte[] sealed);

  /** The content that was kept under the name. */
  Optional<byte[]> get(UUID name);

  /** Forgets the content, if there is one. */
  void delete(UUID name);

  /** Shows each name under which something is kept. */
  void visit(Consumer<UUID> visitor);
}
