package cn.venuepass.application.board;

import cn.venuepass.domain.visit.ScanOutcome;
import java.time.Instant;

/** How many scans came to that outcome within the minute that begins then. */
public record MinuteScans(Instant minute, ScanOutcome.Kind outcome, long scans) {}
