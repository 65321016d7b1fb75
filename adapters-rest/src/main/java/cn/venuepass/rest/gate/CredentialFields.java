package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.Credential;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Fields.Field;
import cn.venuepass.rest.person.PersonFields;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads by what a manager shows who somebody is: a pass code, or an ID number. */
final class CredentialFields {
  private CredentialFields() {}

  /**
   * Exactly one of pass code and ID number.
   *
   * @param name goes with an ID number only
   */
  static Field<Credential> read(
      Fields fields,
      @Nullable String passCode,
      @Nullable String idNumber,
      @Nullable String name,
      InstantSource clock) {
    if (!fields.exactlyOne(List.of("passCode", "idNumber"), passCode, idNumber)) {
      return new Field<>(null);
    }
    if (passCode != null) {
      boolean unused = fields.exactlyOne(List.of("passCode", "name"), passCode, name);
      return fields.<String, Credential>required("passCode", passCode, Credential.PassCode::new);
    }
    var number = fields.required("idNumber", idNumber, PersonFields.idNumber(clock)).value();
    var person = fields.optional("name", name, PersonName::new).value();
    return new Field<>(
        number == null || person == null ? null : new Credential.IdNumber(number, person));
  }
}
