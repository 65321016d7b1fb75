package cn.venuepass.rest.directory;

import cn.venuepass.application.directory.VenueDirectory.Waiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many applications wait, and since when the oldest of them does. */
record ReviewSummaryResponse(
    long pending, @Nullable Instant oldestAppliedAt, List<CommunityResponse> communities) {

  static ReviewSummaryResponse of(List<Waiting> waiting) {
    return new ReviewSummaryResponse(
        waiting.stream().mapToLong(Waiting::applications).sum(),
        waiting.stream().map(Waiting::oldest).min(Comparator.naturalOrder()).orElse(null),
        waiting.stream().map(CommunityResponse::of).toList());
  }

  /** The same of one community. */
  record CommunityResponse(String code, String name, long pending, Instant oldestAppliedAt) {
    static CommunityResponse of(Waiting waiting) {
      return new CommunityResponse(
          waiting.community().code().text(),
          waiting.community().name(),
          waiting.applications(),
          waiting.oldest());
    }
  }
}
