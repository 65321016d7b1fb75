package cn.venuepass.benchmarks.city;

import cn.venuepass.persistence.FieldKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of some households: the people, how they are known, and where they stand. */
final class PeopleRows {
  private static final String CONSENT = "2026-1";
  private static final String RELATION = "家人";

  private final Ids ids;
  private final FieldKeys keys;
  private final long registered;
  private final int registrar;

  private final CopyRows people =
      new CopyRows("person", "credential_hash", "id", "id_number", "name");
  private final CopyRows claims = new CopyRows("hash_claim", "hash", "owner_id");
  private final CopyRows accounts =
      new CopyRows(
          "account",
          "id",
          "wechat_hash",
          "open_id",
          "person_id",
          "consent_version",
          "consented_at",
          "created_at");
  private final CopyRows links =
      new CopyRows(
          "family_link",
          "id",
          "account_id",
          "person_id",
          "name",
          "relation",
          "consent_version",
          "since");
  private final CopyRows passes =
      new CopyRows("paper_pass", "id", "person_id", "good_person_id", "issued_by", "issued_at");
  private final CopyRows presences =
      new CopyRows(
          "presence",
          "venue_id",
          "person_id",
          "inside",
          "visit_id",
          "since",
          "last_seen",
          "last_left",
          "last_scan_id",
          "last_outcome");

  PeopleRows(City city, FieldKeys keys) {
    this.ids = city.ids();
    this.keys = keys;
    this.registered = city.town().opened().toEpochMilli();
    this.registrar = city.town().place(0).manager();
  }

  void add(Household household, List<Chronicle> chronicles) {
    household.members().forEach(member -> add(household.guardian(), member));
    chronicles.forEach(chronicle -> chronicle.presences().forEach(this::add));
  }

  /** How many rows were added to each table. */
  Map<String, Long> rows() {
    Map<String, Long> rows = new LinkedHashMap<>();
    rows.put("person", people.rows());
    rows.put("account", accounts.rows());
    rows.put("presence", presences.rows());
    return rows;
  }

  /** Sends what was added; accounts before what refers to them. */
  void copy(Connection connection) throws SQLException {
    for (CopyRows rows : List.of(people, claims, accounts, links, passes, presences)) {
      rows.copy(connection);
    }
  }

  private void add(Optional<Resident> guardian, Resident resident) {
    int number = resident.number();
    UUID person = ids.person(number);
    String idNumber = SampleIdentity.idNumber(number).text();
    people
        .row()
        .add(keys.hash("resident-id-number", idNumber))
        .add(person)
        .add(keys.encrypt("person.id_number", person, idNumber))
        .add(keys.encrypt("person.name", person, SampleIdentity.name(number).text()));
    claim("resident-id-number", idNumber, person);
    if (resident.account()) {
      addAccount(number, person);
    } else {
      guardian.ifPresent(holder -> addLink(holder, number, person));
    }
    if (resident.paperPass()) {
      passes
          .row()
          .add(ids.paperPass(number))
          .add(person)
          .add(person)
          .add(ids.account(guardian.map(Resident::number).orElse(registrar)))
          .addTime(registered);
    }
  }

  private void addAccount(int number, UUID person) {
    UUID account = ids.account(number);
    String openId = SampleIdentity.openId(number);
    accounts
        .row()
        .add(account)
        .add(keys.hash("wechat", openId))
        .add(keys.encrypt("account.open_id", account, openId))
        .add(person)
        .add(CONSENT)
        .addTime(registered)
        .addTime(registered);
    claim("wechat", openId, account);
  }

  private void addLink(Resident guardian, int number, UUID person) {
    UUID link = ids.familyLink(number);
    links
        .row()
        .add(link)
        .add(ids.account(guardian.number()))
        .add(person)
        .add(keys.encrypt("family_link.name", link, SampleIdentity.name(number).text()))
        .add(keys.encrypt("family_link.relation", link, RELATION))
        .add(CONSENT)
        .addTime(registered);
  }

  private void claim(String kind, String value, UUID owner) {
    keys.hashesToClaim(kind, value).forEach(hash -> claims.row().add(hash).add(owner));
  }

  private void add(CityPresence presence) {
    CityVisit visit = presence.visit();
    presences
        .row()
        .add(ids.venue(visit.place()))
        .add(ids.person(visit.person()))
        .add(presence.inside())
        .add(ids.visit(visit))
        .addTime(presence.since())
        .addTime(presence.lastSeen())
        .addTime(presence.lastLeft())
        .add(presence.scan().toString())
        .add(presence.outcome().name());
  }
}
