package cn.venuepass.domain.visit;

import java.time.Instant;

/** A passage that was seen: when, and how. */
public record Observation(Instant at, ScanMethod method) {}
