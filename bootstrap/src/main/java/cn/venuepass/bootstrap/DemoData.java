package cn.venuepass.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.Stores;
import cn.venuepass.application.access.PasswordHashing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the demo comes with: divisions, venue types, and one member of staff for each role. */
final class DemoData {
  static final String PASSWORD = "venuepass-demo";
  static final DivisionCode COMMUNITY = new DivisionCode("659002001001");
  private static final DivisionCode HEADQUARTERS = new DivisionCode("659002000000");

  private final PasswordHashing passwords;

  DemoData(PasswordHashing passwords) {
    this.passwords = passwords;
  }

  /** Usernames with their roles. */
  static Map<String, Role> staff() {
    Map<String, Role> staff = new LinkedHashMap<>();
    staff.put("reviewer", Role.REVIEWER);
    staff.put("supervisor", Role.SUPERVISOR);
    staff.put("tracer", Role.TRACER);
    staff.put("controller", Role.CONTROLLER);
    staff.put("controller2", Role.CONTROLLER);
    staff.put("admin", Role.ADMIN);
    staff.put("auditor", Role.AUDITOR);
    return staff;
  }

  /** Adds what is not there yet. */
  void fill(Stores stores) {
    rows("divisions.csv").forEach(row -> stores.divisions().save(division(row)));
    rows("venue-types.csv").forEach(row -> stores.venueTypes().save(venueType(row)));
    if (stores.staff().findCredentials("reviewer").isEmpty()) {
      String hash = passwords.hash(PASSWORD);
      staff().forEach((username, role) -> addStaff(stores, username, role, hash));
    }
  }

  private static void addStaff(Stores stores, String username, Role role, String hash) {
    DivisionCode division = role == Role.REVIEWER ? COMMUNITY : HEADQUARTERS;
    boolean unused =
        stores
            .staff()
            .add(
                new StaffAccount(
                    new StaffId(UUID.randomUUID()),
                    username,
                    Set.of(role),
                    new Jurisdiction(division),
                    true),
                hash);
  }

  private static Division division(String[] row) {
    Optional<DivisionCode> parent =
        Optional.of(row[1]).filter(code -> !code.isEmpty()).map(DivisionCode::new);
    return new Division(new DivisionCode(row[0]), row[3], Division.Level.valueOf(row[2]), parent);
  }

  private static VenueType venueType(String[] row) {
    var stay =
        new StayRules(Duration.parse(row[3]), Duration.parse(row[4]), Duration.parse(row[5]));
    return new VenueType(new VenueTypeCode(row[0]), row[1], row[2], stay);
  }

  private static List<String[]> rows(String name) {
    try (InputStream file = DemoData.class.getResourceAsStream("/demo/" + name)) {
      if (file == null) {
        throw new IllegalStateException("missing in the jar: " + name);
      }
      return new BufferedReader(new InputStreamReader(file, UTF_8))
          .lines()
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
