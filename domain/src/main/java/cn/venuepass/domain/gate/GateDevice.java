package cn.venuepass.domain.gate;

import java.time.Instant;

/**
 * A device that keeps scans while a gate has no network, and what has arrived of them.
 *
 * @param lastSeen when it last uploaded anything
 */
public record GateDevice(DeviceId id, ReceivedSequence received, Instant lastSeen) {}
