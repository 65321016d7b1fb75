package cn.venuepass.domain.audit;

/** What somebody did that the audit log remembers. */
public enum AuditAction {
  /** Typed somebody's ID number, or found them by a part of their name. */
  PERSON_LOOKED_UP(true),
  PEOPLE_INSIDE_VIEWED(true),
  VENUE_VISITS_VIEWED(true),
  /** A guardian saw where a family member went. */
  FAMILY_VISITS_VIEWED(true),
  ROSTER_VIEWED(true),
  MANAGERS_VIEWED(true),
  /** The notes of who would not register. */
  REFUSALS_VIEWED(true),
  /** An application or a venue, with the contact person's name and phone. */
  APPLICATION_VIEWED(true),
  DATA_REQUESTS_VIEWED(true),

  VENUE_APPROVED(false),
  VENUE_REJECTED(false),
  VENUE_REMOVED(false),
  DATA_REQUEST_DECIDED(false),

  STAFF_ADDED(false),
  STAFF_CHANGED(false),
  STAFF_DISABLED(false),
  STAFF_ENABLED(false),
  STAFF_PASSWORD_RESET(false),
  STAFF_SECOND_FACTOR_RESET(false),
  STAFF_SIGNED_IN(false),
  OWN_PASSWORD_CHANGED(false),
  OWN_SECOND_FACTOR_CONFIRMED(false),
  DIVISION_SAVED(false),
  DIVISION_REMOVED(false),
  DIVISIONS_IMPORTED(false),
  VENUE_TYPE_SAVED(false),
  VENUE_TYPE_REMOVED(false),
  VENUE_TYPES_IMPORTED(false),
  DEAD_LETTER_RETRIED(false),

  BLIND_SPOT_CLOSED(false),
  POSTER_WARNING_DISMISSED(false),
  INSPECTION_MADE(false),
  /** The venue says that what was ordered is done. */
  RECTIFICATION_COMPLETED(false),
  RECTIFICATION_VERIFIED(false),
  RECTIFICATION_REOPENED(false),
  INSPECTION_PLAN_MADE(false),
  INSPECTION_PHOTO_ADDED(false),
  /** Nobody knows who may be seen on a photo, so nobody is named. */
  INSPECTION_PHOTO_VIEWED(false),
  SURVEY_IMPORTED(false),
  SURVEY_PLACE_REMOVED(false),
  SURVEY_PLACE_LINKED(false),
  SURVEY_PLACE_UNLINKED(false),
  SURVEY_MATCH_REFUSED(false),
  WEEKLY_REPORT_MADE(false),

  CASE_OPENED(false),
  CASE_CORRECTED(false),
  CASE_TEAM_CHANGED(false),
  CASE_HANDED_OVER(false),
  CASE_CLOSED(false),
  STATEMENT_TAKEN(false),
  TRACE_PARAMETERS_CHANGED(false),
  /** A case with the person under investigation. */
  CASE_VIEWED(true),
  /** Where the person of a case went, or one of the contacts. */
  TRAJECTORY_VIEWED(true),
  CASE_CONTACTS_VIEWED(true),
  /** Who came to the contacts of a case or went, and when. */
  CASE_HISTORY_VIEWED(true),
  STATEMENTS_VIEWED(true),

  /** The daily list of a case's team, or what was done for one contact. */
  FOLLOW_UP_VIEWED(true),
  CONTACTS_ASSIGNED(false),
  FOLLOW_UP_NOTED(false),
  EXPOSURE_NOTICES_SENT(false),
  CASE_GRAPH_VIEWED(true),
  /** The reference names the case, what for and how many; then who they are. */
  CASE_EXPORTED(true),
  CASE_ID_NUMBERS_EXPORTED(true),
  VENUE_VISITORS_VIEWED(true),
  DRILL_OPENED(false),

  /** The order with the person whom it concerns. */
  CONTROL_ORDER_VIEWED(true),
  /** Who was inside a venue when it was locked. */
  PEOPLE_LOCKED_IN_VIEWED(true),
  CONTROL_ORDER_PROPOSED(false),
  CONTROL_ORDER_APPROVED(false),
  CONTROL_ORDER_DECLINED(false),
  CONTROL_ORDER_WITHDRAWN(false),
  CONTROL_ORDER_LIFTED(false),
  /** What people appeal for; nobody knows whom they write about. */
  CONTROL_APPEALS_VIEWED(false),
  CONTROL_APPEAL_DECIDED(false),

  STATEMENT_WITHDRAWN(false),
  /** Nobody ended the drill in its time. */
  DRILL_ENDED(false),

  AUDIT_VIEWED(false);

  private final boolean look;

  AuditAction(boolean look) {
    this.look = look;
  }

  /** Whether somebody's data was looked at, which that person may know. */
  public boolean isLook() {
    return look;
  }
}
