package cn.venuepass.persistence.rotation;

import static cn.venuepass.persistence.rotation.PersonalTable.table;

import java.util.List;

/** Where personal values stand. A column that is missing here keeps its old keys for ever. */
final class PersonalTables {
  static final List<PersonalTable> ALL =
      List.of(
          table("person", "id_number", "name", "phone")
              .foundBy("credential_hash", "resident-id-number", "id_number"),
          table("account", "open_id", "phone")
              .foundBy("wechat_hash", "wechat", "open_id")
              .foundBy("phone_hash", "phone", "phone"),
          table("venue", "contact_name", "contact_phone"),
          table("manager", "name", "masked_id_number"),
          table("roster_entry", "name", "masked_id_number"),
          table("family_link", "name", "relation"),
          table("turned_away", "reason", "note"),
          table("staff_account", "totp_secret"),
          table("data_request", "text", "answer"),
          table("shared_token", "token"),
          table("blind_spot", "excuse_reason", "excuse_evidence"),
          table("inspection_finding", "note"),
          table("inspection_step", "note"),
          table("inspection_photo", "content_key"),
          table("follow_up_step", "note"),
          table("drill", "name"),
          table("trace_case", "reference", "purpose", "report"),
          table("case_statement", "note"),
          table("control_order", "reason", "evidence", "end_reason"),
          table("control_appeal", "text", "answer"));

  /** The one row with a ciphertext and a hash of something known. */
  static final String INSTALLATION = "installation";

  private PersonalTables() {}
}
