package cn.venuepass.rest.coverage;

import cn.venuepass.domain.coverage.DivisionSum;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.GapCounts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many tasks there are for each gap, of a division with all below it. */
public record SummaryResponse(
    @Nullable DivisionNameResponse division,
    List<GapResponse> gaps,
    List<SummaryResponse> children) {

  public static SummaryResponse of(DivisionSum<GapCounts> sum) {
    return new SummaryResponse(
        sum.division().map(DivisionNameResponse::of).orElse(null),
        Arrays.stream(Gap.values()).map(gap -> GapResponse.of(gap, sum.sum().count(gap))).toList(),
        sum.children().stream().map(SummaryResponse::of).toList());
  }

  public record GapResponse(Gap gap, long open, long overdue, long closedLast7Days) {
    public static GapResponse of(Gap gap, GapCounts.Count count) {
      return new GapResponse(gap, count.open(), count.overdue(), count.closed());
    }
  }
}
