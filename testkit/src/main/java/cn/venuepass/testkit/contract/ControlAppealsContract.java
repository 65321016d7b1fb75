package cn.venuepass.testkit.contract;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppeal.Status;
import cn.venuepass.domain.control.ControlAppealId;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link cn.venuepass.application.control.ControlAppealRepository}. */
public interface ControlAppealsContract extends StoreContract {

  @Test
  default void oneAppealAgainstAnOrderShouldBeOpen() {
    ControlOrder order = anOrder(fixtures().aCommunity());
    List<Boolean> added = AtOnce.run(6, i -> stores().controlAppeals().add(anAppeal(order)));
    assertThat(added).containsOnlyOnce(true);
    ControlAppeal open = only(order);
    assertThat(stores().controlAppeals().decide(open.id(), decision(false))).isTrue();
    assertThat(stores().controlAppeals().add(anAppeal(order))).isTrue();
    assertThat(stores().controlAppeals().listOf(List.of(order.id()))).hasSize(2);
    assertThat(stores().controlAppeals().add(anAppeal(anOrder(fixtures().aCommunity())))).isTrue();
  }

  @Test
  default void ofDecisionsAtOnceOneShouldStand() {
    ControlOrder order = anOrder(fixtures().aCommunity());
    ControlAppeal appeal = anAppeal(order);
    assertThat(stores().controlAppeals().add(appeal)).isTrue();
    assertThat(stores().controlAppeals().find(appeal.id())).contains(appeal);
    clock().advance(ofMinutes(1));
    List<Boolean> decided =
        AtOnce.run(6, i -> stores().controlAppeals().decide(appeal.id(), decision(i % 2 == 0)));
    assertThat(decided).containsOnlyOnce(true);
    ControlAppeal after = only(order);
    ControlAppeal.Decision stands = after.decision().orElseThrow();
    assertThat(after).isEqualTo(appeal.decided(stands));
    assertThat(stands.answer()).isEqualTo(decision(stands.status() == Status.UPHELD).answer());
  }

  @Test
  default void appealsShouldBeListedWhereTheirOrdersLie() {
    DivisionCode division = fixtures().aCommunity();
    ControlOrder first = anOrder(division);
    ControlOrder second = anOrder(division);
    ControlAppeal older = anAppeal(first);
    assertThat(stores().controlAppeals().add(older)).isTrue();
    clock().advance(ofMinutes(1));
    ControlAppeal newer = anAppeal(second);
    assertThat(stores().controlAppeals().add(newer)).isTrue();
    Jurisdiction own = Jurisdiction.of(division);
    assertThat(list(own, Status.OPEN)).containsExactly(older, newer);
    Jurisdiction foreign = Jurisdiction.of(fixtures().aCommunity());
    assertThat(list(foreign, Status.OPEN)).isEmpty();
    assertThat(stores().controlAppeals().findWithin(older.id(), foreign)).isEmpty();
    assertThat(stores().controlAppeals().findWithin(older.id(), own)).contains(older);

    assertThat(stores().controlAppeals().decide(older.id(), decision(true))).isTrue();
    assertThat(stores().controlAppeals().decide(newer.id(), decision(false))).isTrue();
    assertThat(list(own, Status.OPEN)).isEmpty();
    assertThat(list(own, Status.UPHELD)).extracting(ControlAppeal::id).containsExactly(older.id());
    assertThat(list(own, Status.DISMISSED))
        .extracting(ControlAppeal::id)
        .containsExactly(newer.id());
  }

  @Test
  default void aLiftedOrderShouldSettleItsAppealWithoutAnAnswer() {
    DivisionCode division = fixtures().aCommunity();
    ControlAppeal appeal = anAppeal(anOrder(division));
    assertThat(stores().controlAppeals().add(appeal)).isTrue();
    var lifted = ControlAppeal.Decision.lifted(fixtures().aSignature());
    assertThat(stores().controlAppeals().decide(appeal.id(), lifted)).isTrue();
    assertThat(stores().controlAppeals().decide(appeal.id(), decision(true))).isFalse();
    assertThat(stores().controlAppeals().find(appeal.id())).contains(appeal.decided(lifted));
    Jurisdiction own = Jurisdiction.of(division);
    assertThat(list(own, Status.LIFTED)).containsExactly(appeal.decided(lifted));
    for (Status other : List.of(Status.OPEN, Status.UPHELD, Status.DISMISSED)) {
      assertThat(list(own, other)).isEmpty();
    }
  }

  private ControlOrder anOrder(DivisionCode division) {
    return fixtures().aProposal(new ControlTarget.OfPerson(fixtures().aPerson().id()), division);
  }

  private ControlAppeal anAppeal(ControlOrder order) {
    return new ControlAppeal(
        new ControlAppealId(UUID.randomUUID()),
        order.id(),
        fixtures().anAccount(),
        new ControlNote("核酸已两次阴性"),
        clock().instant(),
        Optional.empty());
  }

  private ControlAppeal.Decision decision(boolean upheld) {
    return ControlAppeal.Decision.answered(
        upheld, new ControlNote(upheld ? "同意" : "不同意"), fixtures().aSignature());
  }

  private ControlAppeal only(ControlOrder order) {
    List<ControlAppeal> all = stores().controlAppeals().listOf(List.of(order.id()));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<ControlAppeal> list(Jurisdiction jurisdiction, Status status) {
    return stores()
        .controlAppeals()
        .listWithin(jurisdiction, status, PageRequest.first(10))
        .items();
  }
}
