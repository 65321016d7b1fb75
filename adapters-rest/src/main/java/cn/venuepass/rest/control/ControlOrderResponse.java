package cn.venuepass.rest.control;

import cn.venuepass.application.control.ViewControlOrders.Listed;
import cn.venuepass.application.control.ViewControlOrders.Viewed;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.control.ControlEnding;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlRule;
import cn.venuepass.domain.control.ControlSignature;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.venue.VenueName;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A control order as controllers see it.
 *
 * @param lapsesAt until when a proposal can be approved
 * @param overdueAppeal whether an appeal waits for longer than it may; in lists, and of one order
 *     that is viewed
 * @param peopleInside how many were inside when the venue was locked; of one order that is viewed
 * @param history who did what; of one order that is viewed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ControlOrderResponse(
    UUID id,
    ControlOrder.State state,
    TargetResponse target,
    ControlRule rule,
    String reason,
    @Nullable String evidence,
    @Nullable UUID caseId,
    String divisionCode,
    Instant proposedAt,
    Instant lapsesAt,
    @Nullable Instant approvedAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    @Nullable Boolean overdueAppeal,
    @Nullable Integer peopleInside,
    @Nullable List<StepResponse> history,
    @Nullable List<AppealResponse> appeals) {

  static ControlOrderResponse of(ControlOrder order, Instant now) {
    return of(order, new TargetResponse(order.target(), null, null), null, null, null, null, now);
  }

  static ControlOrderResponse of(Listed listed, Instant now) {
    var target =
        new TargetResponse(
            listed.order().target(),
            listed.maskedPerson().or(() -> listed.venue().map(VenueName::text)).orElse(null),
            null);
    return of(listed.order(), target, listed.overdueAppeal(), null, null, null, now);
  }

  static ControlOrderResponse of(Viewed viewed, Instant now) {
    Optional<Person> person = viewed.person();
    var target =
        new TargetResponse(
            viewed.order().target(),
            person
                .flatMap(Person::name)
                .map(PersonName::masked)
                .or(() -> viewed.venue().map(VenueName::text))
                .orElse(null),
            person.map(known -> known.idNumber().masked()).orElse(null));
    return of(
        viewed.order(),
        target,
        viewed.appeals().stream().anyMatch(appeal -> appeal.isOverdue(now)),
        viewed.order().target().kind() == ControlTarget.Kind.VENUE ? viewed.lockedIn() : null,
        history(viewed.order(), viewed.staff()),
        viewed.appeals().stream().map(appeal -> AppealResponse.of(appeal, now)).toList(),
        now);
  }

  private static ControlOrderResponse of(
      ControlOrder order,
      TargetResponse target,
      @Nullable Boolean overdueAppeal,
      @Nullable Integer peopleInside,
      @Nullable List<StepResponse> history,
      @Nullable List<AppealResponse> appeals,
      Instant now) {
    return new ControlOrderResponse(
        order.id().value(),
        order.state(now),
        target,
        order.grounds().rule(),
        order.grounds().reason().text(),
        order.grounds().evidence().map(ControlNote::text).orElse(null),
        order.caseId().orElse(null),
        order.division().text(),
        order.proposed().at(),
        order.lapsesAt(),
        order.approved().map(ControlSignature::at).orElse(null),
        order.expiresAt(),
        order.ending().map(end -> end.signed().at()).orElse(null),
        order.ending().flatMap(ControlEnding::reason).map(ControlNote::text).orElse(null),
        overdueAppeal,
        peopleInside,
        history,
        appeals);
  }

  private static List<StepResponse> history(ControlOrder order, Map<StaffId, Username> staff) {
    List<StepResponse> steps = new ArrayList<>();
    steps.add(StepResponse.of("PROPOSED", order.proposed(), staff));
    order.approved().ifPresent(by -> steps.add(StepResponse.of("APPROVED", by, staff)));
    order
        .ending()
        .ifPresent(end -> steps.add(StepResponse.of(end.kind().name(), end.signed(), staff)));
    return steps;
  }

  @Override
  public String toString() {
    return "ControlOrderResponse[" + id + ", ***]";
  }

  /**
   * What an order concerns.
   *
   * @param name of the venue, or of the person: masked in lists, whole where one order is viewed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TargetResponse(
      ControlTarget.Kind type,
      @Nullable UUID venueId,
      @Nullable UUID personRef,
      @Nullable String name,
      @Nullable String maskedIdNumber) {
    TargetResponse(ControlTarget target, @Nullable String name, @Nullable String maskedIdNumber) {
      this(
          target.kind(),
          target instanceof ControlTarget.OfVenue of ? of.venue().value() : null,
          target instanceof ControlTarget.OfPerson of ? of.person().value() : null,
          name,
          maskedIdNumber);
    }

    @Override
    public String toString() {
      return "TargetResponse[***]";
    }
  }

  /** A step of an order, with the username of who took it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StepResponse(String step, UUID staffId, @Nullable String username, Instant at) {
    private static StepResponse of(String step, ControlSignature by, Map<StaffId, Username> staff) {
      return new StepResponse(
          step,
          by.by().value(),
          Optional.ofNullable(staff.get(by.by())).map(Username::text).orElse(null),
          by.at());
    }
  }
}
