package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;

import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.ReversedPasswords;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The staff among the callers of a world.
 *
 * @param venueType the code of a type that no venue has
 */
record AccessStaff(TestApplication application, Supplier<String> venueType) {

  /** Adds the account of a caller, with its role and jurisdiction. */
  StaffAccount add(String name) {
    String username = "s" + UUID.randomUUID();
    if (name.equals("owesPassword")) {
      Set<Role> all =
          Arrays.stream(Role.values())
              .filter(role -> role != Role.RESIDENT)
              .collect(Collectors.toSet());
      var account =
          StaffAccount.added(
              new StaffId(UUID.randomUUID()),
              new Username(username),
              all,
              Jurisdiction.of(RunningApi.HEADQUARTERS),
              application.clock().instant());
      boolean unused =
          application
              .stores()
              .staff()
              .add(account, new ReversedPasswords().hash(TestApplication.PASSWORD));
      return account;
    }
    return application.addStaff(username, Set.of(roleOf(name)), jurisdictionOf(name));
  }

  private static Role roleOf(String name) {
    return switch (name.replaceFirst("Own|Foreign|Whole", "")) {
      case "reviewer", "colleague" -> Role.REVIEWER;
      case "supervisor", "department" -> Role.SUPERVISOR;
      case "tracer" -> Role.TRACER;
      case "controller", "controllerColleague", "controllerOther" -> Role.CONTROLLER;
      case "admin" -> Role.ADMIN;
      case "auditor" -> Role.AUDITOR;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Jurisdiction jurisdictionOf(String name) {
    return switch (name) {
      case "departmentOwn" -> new Jurisdiction.OfVenueTypes(Set.of(new VenueTypeCode("HOTEL")));
      case "departmentForeign" ->
          new Jurisdiction.OfVenueTypes(Set.of(new VenueTypeCode(venueType.get())));
      case "reviewerOwn", "colleague" -> Jurisdiction.of(new DivisionCode(COMMUNITY));
      case "reviewerForeign" -> Jurisdiction.of(new DivisionCode(OTHER_COMMUNITY));
      case "adminWhole" -> Jurisdiction.of(RunningApi.HEADQUARTERS);
      default ->
          Jurisdiction.of(
              new DivisionCode(
                  AccessWorld.territoryOf(name.endsWith("Foreign") ? OTHER_COMMUNITY : COMMUNITY)));
    };
  }
}
