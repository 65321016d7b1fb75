package cn.venuepass.persistence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Stores;
import cn.venuepass.application.access.SharedTokens;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.SamplePhones;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal values are unreadable in the store, and do not come out in exceptions. */
class PersonalDataTest {
  private static final UUID ROW = UUID.randomUUID();
  private static final MacKeys HASH_KEYS = new MacKeys((byte) 1, Map.of((byte) 1, new byte[32]));

  @Test
  void decryptShouldGiveBackWhatWasHiddenInThatPlaceOnly() {
    PersonalFields fields = TestFields.FIELDS;
    byte[] hidden = fields.encrypt("person.name", ROW, "阿依古丽");
    assertThat(fields.decrypt("person.name", ROW, hidden)).isEqualTo("阿依古丽");
    assertThat(fields.encrypt("person.name", ROW, "阿依古丽")).isNotEqualTo(hidden);
    assertThatThrownBy(() -> fields.decrypt("person.phone", ROW, hidden))
        .hasMessageNotContaining("阿依古丽");
    assertThatThrownBy(() -> fields.decrypt("person.name", UUID.randomUUID(), hidden))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                PersonalFields.with(PersonalFields.newKeyset(), HASH_KEYS)
                    .decrypt("person.name", ROW, hidden))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void hashShouldDependOnKindValueAndKey() {
    PersonalFields fields = TestFields.FIELDS;
    byte[] other = new byte[32];
    other[0] = 1;
    PersonalFields otherKey =
        PersonalFields.with(
            PersonalFields.newKeyset(), new MacKeys((byte) 1, Map.of((byte) 1, other)));
    assertThat(fields.hash("wechat", "a")).isEqualTo(fields.hash("wechat", "a"));
    assertThat(fields.hash("wechat", "a")).isNotEqualTo(fields.hash("wechat", "b"));
    assertThat(fields.hash("wechat", "a")).isNotEqualTo(fields.hash("phone", "a"));
    assertThat(fields.hash("wechat", "a")).isNotEqualTo(otherKey.hash("wechat", "a"));
  }

  @Test
  void aRotatedHashKeyShouldStillFindPeopleAndAccounts(@TempDir Path directory) {
    var settings = new DatabaseSettings("jdbc:h2:file:" + directory.resolve("x"), "sa", "", 2);
    String keyset = PersonalFields.newKeyset();
    Map<Byte, byte[]> keys = Map.of((byte) 1, new byte[32], (byte) 2, new byte[33]);
    PersonalFields before =
        PersonalFields.with(keyset, new MacKeys((byte) 1, Map.of((byte) 1, new byte[32])));
    PersonalFields after = PersonalFields.with(keyset, new MacKeys((byte) 2, keys));
    var clock = MovableClock.monday();
    var identity = new WeChatIdentity("open-1");
    var idNumber = SampleIdNumbers.next();
    try (Database database = Database.open(settings, clock)) {
      Stores old = database.stores(before, UUID::randomUUID);
      Stores rotated = database.stores(after, UUID::randomUUID);
      Account account = old.accounts().findOrAdd(identity, clock.instant());
      assertThat(rotated.accounts().findOrAdd(identity, clock.instant())).isEqualTo(account);
      Person known = old.people().findOrAdd(idNumber, Optional.empty());
      assertThat(rotated.people().findOrAdd(idNumber, Optional.empty())).isEqualTo(known);
      var named =
          new Person(known.id(), idNumber, Optional.of(new PersonName("阿依古丽")), Optional.empty());
      rotated.people().update(named);
      assertThat(old.people().find(known.id())).contains(named);
    }
  }

  @Test
  void aRotatedHashKeyShouldStillFindPhonesAndTheirCodes(@TempDir Path directory) {
    var settings = new DatabaseSettings("jdbc:h2:file:" + directory.resolve("x"), "sa", "", 2);
    String keyset = PersonalFields.newKeyset();
    Map<Byte, byte[]> keys = Map.of((byte) 1, new byte[32], (byte) 2, new byte[33]);
    PersonalFields before =
        PersonalFields.with(keyset, new MacKeys((byte) 1, Map.of((byte) 1, new byte[32])));
    PersonalFields after = PersonalFields.with(keyset, new MacKeys((byte) 2, keys));
    var clock = MovableClock.monday();
    PhoneNumber phone = SamplePhones.next();
    SignInCode code = SignInCode.of(123_456);
    try (Database database = Database.open(settings, clock)) {
      Stores old = database.stores(before, UUID::randomUUID);
      Stores rotated = database.stores(after, UUID::randomUUID);
      Account account = old.accounts().findOrAdd(phone, clock.instant());
      assertThat(rotated.accounts().findOrAdd(phone, clock.instant())).isEqualTo(account);
      assertThat(old.signInCodes().replace(phone, ROW, code, clock.instant())).isEmpty();
      assertThat(rotated.signInCodes().replace(phone, ROW, code, clock.instant())).isPresent();
      assertThat(rotated.signInCodes().use(phone, code, clock.instant())).isTrue();
    }
  }

  @Test
  void aDatabaseShouldKeepItsPurposeAndItsKeys(@TempDir Path directory) {
    var settings = new DatabaseSettings("jdbc:h2:file:" + directory.resolve("x"), "sa", "", 2);
    PersonalFields otherKeys = PersonalFields.with(PersonalFields.newKeyset(), HASH_KEYS);
    try (Database database = Database.open(settings, MovableClock.monday())) {
      database.claim("DEMO", TestFields.FIELDS);
      database.claim("DEMO", TestFields.FIELDS);
      assertThatThrownBy(() -> database.claim("PRODUCTION", TestFields.FIELDS))
          .hasMessage("this database is for DEMO, not for PRODUCTION");
      assertThatThrownBy(() -> database.claim("DEMO", otherKeys))
          .hasMessage("this database was written with other keys");
    }
  }

  @Test
  void aSharedTokenShouldBeUnreadableInTheStore(@TempDir Path directory) {
    var settings = new DatabaseSettings("jdbc:h2:file:" + directory.resolve("x"), "sa", "", 2);
    var clock = MovableClock.monday();
    try (Database database = Database.open(settings, clock)) {
      var tokens = database.stores(TestFields.FIELDS, UUID::randomUUID).sharedTokens();
      assertThat(tokens.replace("wechat", SharedTokens.NONE, "a-secret-token", clock.instant()))
          .hasValueSatisfying(token -> assertThat(token).hasToString("SharedToken[1]"));
      byte[] stored =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("SELECT token FROM shared_token")
                          .mapTo(byte[].class)
                          .one());
      assertThat(new String(stored, ISO_8859_1)).doesNotContain("a-secret-token");
    }
  }

  @Test
  void aKeysetThatIsNoneShouldBeRefused() {
    assertThatThrownBy(() -> PersonalFields.with("{}", HASH_KEYS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFailedStatementShouldNotNameItsValues(@TempDir Path directory) {
    var settings = new DatabaseSettings("jdbc:h2:file:" + directory.resolve("x"), "sa", "", 2);
    try (Database database = Database.open(settings, MovableClock.monday())) {
      assertThatThrownBy(
              () ->
                  database
                      .jdbi()
                      .useHandle(
                          handle ->
                              handle
                                  .createUpdate("INSERT INTO poster (label) VALUES (:label)")
                                  .bind("label", "a personal value " + Direction.IN)
                                  .execute()))
          .isInstanceOf(JdbiException.class)
          .hasMessageNotContaining("a personal value");
    }
  }
}
