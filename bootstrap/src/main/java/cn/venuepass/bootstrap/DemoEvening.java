package cn.venuepass.bootstrap;

import cn.venuepass.application.Stores;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The demo's last hours, in which the first visitor met people in all the ways that a tracer must
 * think of: seen by both exits, by a forgotten exit, by being there still; and one of them met
 * somebody else afterwards.
 */
final class DemoEvening {
  /** Samples, all born before 1930. */
  private static final String FORGETFUL = "65900219280315008X";

  private static final String STILL_THERE = "659002192511220090";
  private static final String MET_LATER = "659002192905080107";

  private DemoEvening() {}

  /** Lets them meet; whoever is not there yet is added, with a phone. */
  static void fill(
      Stores stores,
      DemoScans scans,
      List<DemoScans.Doors> doors,
      List<PersonId> visitors,
      Instant now) {
    PersonId index = visitors.get(0);
    PersonId friend = visitors.get(1);
    DemoScans.Doors hotel = doors.get(1);
    DemoScans.Doors hospital = doors.get(3);
    PersonId forgetful = somebody(stores, scans, FORGETFUL, "忘扫样本", "+8613800000011");
    PersonId stillThere = somebody(stores, scans, STILL_THERE, "在场样本", "+8613800000012");
    PersonId metLater = somebody(stores, scans, MET_LATER, "次密样本", "+8613800000013");

    scans.stay(hotel, index, minutesBefore(now, 420), minutesBefore(now, 360));
    scans.scan(hotel.in(), forgetful, minutesBefore(now, 410));
    scans.stay(hotel, friend, minutesBefore(now, 400), minutesBefore(now, 340));

    scans.stay(hospital, friend, minutesBefore(now, 300), minutesBefore(now, 240));
    scans.stay(hospital, metLater, minutesBefore(now, 290), minutesBefore(now, 250));

    scans.scan(hotel.in(), index, minutesBefore(now, 60));
    scans.scan(hotel.in(), stillThere, minutesBefore(now, 50));
  }

  private static PersonId somebody(
      Stores stores, DemoScans scans, String idNumber, String name, String phone) {
    PersonId id = scans.somebody(idNumber, name);
    Person known = stores.people().find(id).orElseThrow();
    stores
        .people()
        .update(
            new Person(
                id,
                known.idNumber(),
                Optional.of(new PersonName(name)),
                Optional.of(new PhoneNumber(phone))));
    return id;
  }

  private static Instant minutesBefore(Instant now, int minutes) {
    return now.minus(Duration.ofMinutes(minutes));
  }
}
