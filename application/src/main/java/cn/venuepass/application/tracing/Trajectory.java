package cn.venuepass.application.tracing;

import cn.venuepass.domain.tracing.TracedStay;
import java.util.List;

/**
 * Where somebody was.
 *
 * @param stays in order of their beginning
 * @param outside how many more there are at venues outside the division that was looked at
 */
public record Trajectory(List<TracedStay> stays, int outside) {}
