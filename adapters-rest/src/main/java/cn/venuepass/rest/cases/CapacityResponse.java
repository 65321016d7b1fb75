package cn.venuepass.rest.cases;

import cn.venuepass.domain.cases.CallPlan;
import cn.venuepass.domain.tracing.ContactGrade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a team calls that can make only so many calls. */
record CapacityResponse(
    int calls,
    int chosen,
    int leftOut,
    CallPlan.@Nullable Line line,
    List<GroupResponse> within,
    List<GroupResponse> beyond) {
  static CapacityResponse of(CallPlan plan) {
    return new CapacityResponse(
        plan.calls(),
        plan.chosen().size(),
        plan.out().stream().mapToInt(CallPlan.Group::count).sum(),
        plan.line().orElse(null),
        plan.in().stream().map(GroupResponse::of).toList(),
        plan.out().stream().map(GroupResponse::of).toList());
  }

  record GroupResponse(int ring, ContactGrade grade, CallPlan.Minutes minutes, int count) {
    static GroupResponse of(CallPlan.Group group) {
      return new GroupResponse(group.ring(), group.grade(), group.minutes(), group.count());
    }
  }
}
