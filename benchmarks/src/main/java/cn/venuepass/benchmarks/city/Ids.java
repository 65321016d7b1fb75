package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.venue.Direction;
import java.util.UUID;

/** The ids of a city's things: UUIDv7 as the service makes them, but always the same. */
final class Ids {
  private final Dice dice;
  private final long before;

  Ids(CityPlan plan, Town town) {
    this.dice = plan.dice();
    this.before = town.opened().toEpochMilli();
  }

  UUID person(int resident) {
    return fixed(Label.PERSON_ID, resident);
  }

  UUID account(int resident) {
    return fixed(Label.ACCOUNT_ID, resident);
  }

  UUID venue(int place) {
    return fixed(Label.VENUE_ID, place);
  }

  UUID poster(int place, Direction direction) {
    return fixed(Label.POSTER_ID, place * 2L + (direction == Direction.OUT ? 1 : 0));
  }

  UUID familyLink(int resident) {
    return fixed(Label.FAMILY_ID, resident);
  }

  UUID paperPass(int resident) {
    return fixed(Label.PASS_ID, resident);
  }

  UUID visit(CityVisit visit) {
    return visit(visit.person(), visit.ordinal(), visit.openedAt());
  }

  UUID visit(int resident, int ordinal, long openedAt) {
    return dice.split(Label.VISIT_ID).split(((long) resident << 32) | ordinal).uuid(openedAt);
  }

  private UUID fixed(long label, long number) {
    Dice own = dice.split(label).split(number);
    return own.uuid(before + own.below(86_400_000));
  }
}
