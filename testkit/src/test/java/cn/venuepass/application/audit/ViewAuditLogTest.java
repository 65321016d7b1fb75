package cn.venuepass.application.audit;

import static cn.venuepass.application.Callers.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Callers;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.audit.AuditLog.Query;
import cn.venuepass.application.audit.ViewAuditLog.Shown;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditEventId;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewAuditLogTest {
  private static final PageRequest ALL = PageRequest.first(50);

  private final TestApplication app = new TestApplication();
  private final DivisionCode community = app.fixtures().aCommunity();
  private final Caller.Staff auditor = aStaffMember(app, Role.AUDITOR, community);
  private final Caller.Staff reviewer = Callers.aReviewer(app, community);
  private final Caller.Staff colleague = Callers.aReviewer(app, community);

  @Test
  void whatStaffDidShouldShowTheirNamesAndNobodyElses() {
    noted(Actor.staff(reviewer, Role.REVIEWER));
    noted(Actor.guardian(app.fixtures().anAccount()));
    noted(new Actor.OfStaff(new StaffId(UUID.randomUUID()), Role.REVIEWER, Optional.empty()));
    assertThat(shown(everything(), Optional.empty()))
        .filteredOn(seen -> seen.event().deed().action() == AuditAction.ROSTER_VIEWED)
        .extracting(Shown::username)
        .containsExactlyInAnyOrder(
            Optional.of(reviewer.account().username()), Optional.empty(), Optional.empty());
  }

  @Test
  void aNameShouldFindWhatThatMemberOfStaffDid() {
    AuditEvent own = noted(Actor.staff(reviewer, Role.REVIEWER));
    noted(Actor.staff(colleague, Role.REVIEWER));
    Username name = reviewer.account().username();
    assertThat(shown(ofRosters(Optional.empty()), Optional.of(name)))
        .containsExactly(new Shown(own, Optional.of(name)));
    assertThat(shown(ofRosters(Optional.of(reviewer)), Optional.of(name))).hasSize(1);
    assertThat(shown(ofRosters(Optional.of(colleague)), Optional.of(name))).isEmpty();
  }

  @Test
  void aNameThatNobodyHasShouldFindNothingAndBeNotedAllTheSame() {
    noted(Actor.staff(reviewer, Role.REVIEWER));
    int before = LoggedEvents.of(app, AuditAction.AUDIT_VIEWED).size();
    assertThat(shown(everything(), Optional.of(new Username("nobody-here")))).isEmpty();
    assertThat(LoggedEvents.of(app, AuditAction.AUDIT_VIEWED)).hasSize(before + 1);
  }

  private List<Shown> shown(Query query, Optional<Username> by) {
    return app.useCases().audit().viewAuditLog().list(auditor, query, by, ALL).items();
  }

  private Query everything() {
    return query(Optional.empty(), Optional.empty());
  }

  private Query ofRosters(Optional<Caller.Staff> by) {
    return query(
        by.map(staff -> staff.account().id().value()), Optional.of(AuditAction.ROSTER_VIEWED));
  }

  private Query query(Optional<UUID> actor, Optional<AuditAction> action) {
    Instant now = app.clock().instant();
    return new Query(
        now.minus(Duration.ofDays(1)),
        now.plus(Duration.ofDays(1)),
        actor,
        action,
        Optional.empty(),
        Optional.empty());
  }

  private AuditEvent noted(Actor actor) {
    var event =
        new AuditEvent(
            new AuditEventId(UUID.randomUUID()),
            app.clock().instant(),
            actor,
            Deed.of(AuditAction.ROSTER_VIEWED, AuditPurpose.ROSTER).within(community));
    app.stores().auditLog().add(List.of(event));
    return event;
  }
}
