package cn.venuepass.architecture.violation.domain.venue;

import cn.venuepass.architecture.violation.domain.visit.KnowsTheStore;
import java.util.List;

/** Breaks, together with the visit: features have no cycles. */
public record KnowsTheVisit(List<KnowsTheStore> visits) {}
