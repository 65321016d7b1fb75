package cn.venuepass.rest.problem;

import java.util.Locale;

/** The catalogue of problems: each with a stable code, a status, and a title in each language. */
public enum ProblemType {
  MALFORMED_REQUEST(400),
  UNAUTHENTICATED(401),
  SIGN_IN_FAILED(401),
  SESSION_ENDED(401),
  SECOND_FACTOR_REQUIRED(401),
  FORBIDDEN(403),
  PASSWORD_CHANGE_REQUIRED(403),
  SECOND_FACTOR_ENROLMENT_REQUIRED(403),
  BEYOND_JURISDICTION(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  IDENTITY_REQUIRED(409),
  IDENTITY_ALREADY_BOUND(409),
  PHONE_TAKEN(409),
  VENUE_APPROVED(409),
  VENUE_REJECTED(409),
  VENUE_NOT_APPROVED(409),
  MANAGER_EXISTS(409),
  MANAGER_NOT_ACTIVE(409),
  FAMILY_MEMBER_EXISTS(409),
  FAMILY_FULL(409),
  FAMILY_MEMBER_HAS_ACCOUNT(409),
  ROSTER_ENTRY_EXISTS(409),
  DATA_REQUESTS_FULL(409),
  DATA_REQUEST_DECIDED(409),
  CHANGED_MEANWHILE(409),
  SECOND_FACTOR_EXISTS(409),
  USERNAME_TAKEN(409),
  OWN_ACCOUNT(409),
  IN_USE(409),
  TOO_LARGE(413),
  ADDRESS_TOO_LONG(414),
  UNSUPPORTED_MEDIA_TYPE(415),
  INVALID_VALUE(422),
  INVALID_ID_NUMBER(422),
  WRONG_PASSWORD(422),
  WRONG_SECOND_FACTOR(422),
  UNKNOWN_CODE(422),
  PASS_CODE_EXPIRED(422),
  DEVICE_TIME_AHEAD(422),
  DEVICE_TIME_TOO_OLD(422),
  TOO_MANY_REQUESTS(429),
  INTERNAL_ERROR(500),
  SIGN_IN_UNAVAILABLE(503),
  UNAVAILABLE(503);

  private static final String URN = "urn:venuepass:problem:";

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  public String urn() {
    return URN + name();
  }

  String titleKey() {
    return "problem." + name().toLowerCase(Locale.ROOT);
  }
}
