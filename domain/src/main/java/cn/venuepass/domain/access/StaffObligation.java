package cn.venuepass.domain.access;

/** What a staff account owes before it may do anything else. */
public enum StaffObligation {
  /** The password was chosen by somebody else. */
  CHANGE_PASSWORD,
  /** The installation asks for a second factor, and the account has none yet. */
  ENROL_SECOND_FACTOR
}
