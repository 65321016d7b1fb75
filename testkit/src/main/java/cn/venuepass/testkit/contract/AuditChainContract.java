package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.audit.AuditChain;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.audit.AuditUseCases;
import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditFault;
import cn.venuepass.domain.audit.AuditHead;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.AuditSeals;
import cn.venuepass.domain.audit.AuditVerification;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.PersonId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@link AuditChain}, with what seals and verifies over it. The log is shared by the tests of one
 * database, so every test continues the chain that it finds.
 */
public interface AuditChainContract extends StoreContract {
  Map<Byte, byte[]> SECRETS = Map.of((byte) 1, new byte[32]);

  @Test
  default void sealingShouldGiveConsecutiveNumbersToAllThatWasAdded() {
    AuditUseCases audit = audit();
    long before = sealAll(audit).last();
    for (int i = 0; i < 3; i++) {
      clock().advance(Duration.ofMillis(i));
      note();
    }
    assertThat(stores().auditChain().ends().unsealed()).isEqualTo(3);
    AuditHead head = sealAll(audit);
    assertThat(head.last()).isEqualTo(before + 3);
    assertThat(stores().auditChain().ends().unsealed()).isZero();
    assertThat(stores().auditChain().listEntries(before + 1, head.last(), 9))
        .extracting(AuditChain.Numbered::number)
        .containsExactly(before + 1, before + 2, before + 3);
    assertThat(audit.sealAuditLog().sealNext()).isEmpty();
    assertWhole(audit);
  }

  @Test
  default void aLongLogShouldBeSealedAndCheckedInParts() {
    AuditUseCases audit = audit();
    long before = sealAll(audit).last();
    for (int i = 0; i < 620; i++) {
      note();
    }
    long first = audit.sealAuditLog().sealNext().orElseThrow().last();
    assertThat(first - before).isEqualTo(250);
    AuditHead head = sealAll(audit);
    assertThat(head.last()).isEqualTo(before + 620);
    assertWhole(audit);
    AuditVerification rest = audit.verifyAuditLog().verify(first);
    assertThat(rest.from()).isEqualTo(first + 1);
    assertThat(rest.to()).isEqualTo(head.last());
    assertThat(audit.verifyAuditLog().verify(first - 1).fault())
        .map(AuditFault::kind)
        .contains(AuditFault.Kind.SEAL_MISSING);
  }

  @Test
  default void sealersAtOnceShouldMakeOneChainAndLoseNothing() {
    AuditUseCases audit = audit();
    long before = sealAll(audit).last();
    int calls = 8;
    int each = 40;
    List<Integer> done =
        AtOnce.run(
            calls,
            call -> {
              for (int i = 0; i < each; i++) {
                if (call % 2 == 0) {
                  note();
                } else {
                  Optional<AuditHead> unused = audit.sealAuditLog().sealNext();
                }
              }
              return call;
            });
    assertThat(done).hasSize(calls);
    assertThat(sealAll(audit).last()).isEqualTo(before + each * calls / 2);
    assertWhole(audit);
  }

  @Test
  default void anEventOfATransactionThatFailsShouldLeaveNoGap() {
    AuditUseCases audit = audit();
    long before = sealAll(audit).last();
    assertThatThrownBy(
            () ->
                stores()
                    .transactions()
                    .run(
                        () -> {
                          note();
                          throw new IllegalStateException("broken");
                        }))
        .hasMessage("broken");
    note();
    assertThat(sealAll(audit).last()).isEqualTo(before + 1);
    assertWhole(audit);
  }

  @Test
  default void aSealThatFailsHalfwayShouldLeaveItsEventsForTheNext() {
    AuditUseCases audit = audit();
    long before = sealAll(audit).last();
    note();
    assertThatThrownBy(
            () ->
                stores()
                    .transactions()
                    .run(
                        () -> {
                          Optional<AuditHead> unused = audit.sealAuditLog().sealNext();
                          throw new IllegalStateException("killed");
                        }))
        .hasMessage("killed");
    assertThat(stores().auditChain().ends().unsealed()).isEqualTo(1);
    assertThat(sealAll(audit).last()).isEqualTo(before + 1);
    assertWhole(audit);
  }

  @Test
  default void aNewKeyShouldContinueTheChainWhileTheOldOneStillChecks() {
    note();
    long before = sealAll(audit()).last();
    Map<Byte, byte[]> both = new HashMap<>(SECRETS);
    both.put((byte) 2, new byte[33]);
    AuditUseCases rotated = audit(new MacKeys((byte) 2, both));
    note();
    assertThat(sealAll(rotated).last()).isEqualTo(before + 1);
    assertWhole(rotated);
    assertThat(audit().verifyAuditLog().verify(0).fault())
        .map(AuditFault::kind)
        .contains(AuditFault.Kind.KEY_UNKNOWN);
    AuditUseCases back = audit(new MacKeys((byte) 1, both));
    note();
    AuditHead unused = sealAll(back);
    assertWhole(back);
  }

  @Test
  default void aSealThatWasWrittenDownShouldBeFoundAgain() {
    AuditUseCases audit = audit();
    note();
    AuditHead head = sealAll(audit);
    note();
    AuditHead later = sealAll(audit);
    assertThat(audit.verifyAuditLog().holds(head.last(), head.seal())).isTrue();
    assertThat(audit.verifyAuditLog().holds(head.last(), later.seal())).isFalse();
    assertThat(audit.verifyAuditLog().holds(later.last() + 1, later.seal())).isFalse();
  }

  private AuditUseCases audit() {
    Map<Byte, byte[]> both = new HashMap<>(SECRETS);
    return audit(new MacKeys((byte) 1, both));
  }

  private AuditUseCases audit(MacKeys keys) {
    return AuditUseCases.over(stores(), trail(), new AuditSeals(keys), clock());
  }

  private AuditTrail trail() {
    return new AuditTrail(stores().auditLog(), UUID::randomUUID, clock());
  }

  private void note() {
    trail()
        .note(
            Actor.manager(fixtures().anAccount()),
            Deed.of(AuditAction.PEOPLE_INSIDE_VIEWED, AuditPurpose.VENUE_OPERATION)
                .about(List.of(new PersonId(UUID.randomUUID()), new PersonId(UUID.randomUUID())))
                .under("task-1"));
  }

  private AuditHead sealAll(AuditUseCases audit) {
    Optional<AuditHead> sealed = audit.sealAuditLog().sealNext();
    while (sealed.isPresent()) {
      sealed = audit.sealAuditLog().sealNext();
    }
    return stores().auditChain().ends().head().orElseThrow();
  }

  private static void assertWhole(AuditUseCases audit) {
    long checked = 0;
    AuditVerification part;
    do {
      part = audit.verifyAuditLog().verify(checked);
      assertThat(part.fault()).isEmpty();
      assertThat(part.to() > checked || part.isComplete()).isTrue();
      checked = part.to();
    } while (!part.isComplete());
    assertThat(checked).isEqualTo(part.head().last());
  }
}
