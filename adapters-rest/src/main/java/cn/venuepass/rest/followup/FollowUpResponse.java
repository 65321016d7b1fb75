package cn.venuepass.rest.followup;

import cn.venuepass.application.followup.FollowContacts;
import cn.venuepass.application.followup.FollowContacts.Listed;
import cn.venuepass.application.followup.FollowUps.Standing;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.followup.FollowUpStep;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.tracing.ContactGrade;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact of the daily list. */
record FollowUpResponse(
    @JsonUnwrapped State state,
    String name,
    @Nullable String phone,
    boolean listed,
    @Nullable Integer ring,
    @Nullable ContactGrade grade,
    @Nullable Integer totalMinutes,
    @Nullable Boolean staff) {

  static FollowUpResponse of(boolean drill, Listed contact) {
    var standing = contact.tended().standing();
    return new FollowUpResponse(
        State.of(drill, contact.tended().followUp()),
        contact.person().name(),
        contact.person().phone().map(PhoneNumber::national).orElse(null),
        standing.isPresent(),
        standing.map(Standing::ring).orElse(null),
        standing.map(Standing::grade).orElse(null),
        standing.map(Standing::totalMinutes).orElse(null),
        standing.map(Standing::staff).orElse(null));
  }

  @Override
  public String toString() {
    return "FollowUpResponse[***]";
  }

  /** How far the care for somebody has come. */
  record State(
      boolean drill,
      UUID personRef,
      FollowUpState state,
      @Nullable UUID assignee,
      int notReached,
      @Nullable Instant reachedAt,
      @Nullable Instant isolatedAt,
      int revision) {

    static State of(boolean drill, FollowUp followUp) {
      return new State(
          drill,
          followUp.person().value(),
          followUp.state(),
          followUp.assignee().map(StaffId::value).orElse(null),
          followUp.notReached(),
          followUp.reachedAt().orElse(null),
          followUp.isolatedAt().orElse(null),
          followUp.revision());
    }
  }

  /** A contact with all that was done. */
  record WithSteps(@JsonUnwrapped FollowUpResponse contact, List<Step> steps) {
    static WithSteps of(FollowContacts.History history) {
      return new WithSteps(
          FollowUpResponse.of(history.drill(), history.contact()),
          history.steps().stream().map(Step::of).toList());
    }
  }

  /** One step. */
  record Step(
      FollowUpState state,
      Instant at,
      Instant notedAt,
      UUID by,
      @Nullable UUID assignee,
      @Nullable String note) {

    static Step of(FollowUpStep step) {
      return new Step(
          step.told(),
          step.at(),
          step.notedAt(),
          step.by().value(),
          step.assignee().map(StaffId::value).orElse(null),
          step.note().orElse(null));
    }

    @Override
    public String toString() {
      return "Step[***]";
    }
  }
}
