package cn.venuepass.application;

import java.time.Instant;
import java.util.UUID;

/** Where a list goes on: after the item with this time and id. */
public record Cursor(Instant at, UUID id) {}
