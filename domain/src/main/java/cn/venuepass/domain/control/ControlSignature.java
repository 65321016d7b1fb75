package cn.venuepass.domain.control;

import cn.venuepass.domain.access.StaffId;
import java.time.Instant;

/** Who answers for a step of a control order, and since when. */
public record ControlSignature(StaffId by, Instant at) {}
