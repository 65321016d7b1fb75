package cn.venuepass.application;

import java.util.UUID;

/** Makes ids that no other node makes, in about the order of time (UUIDv7, RFC 9562). */
@FunctionalInterface
public interface IdGenerator {
  UUID next();
}
