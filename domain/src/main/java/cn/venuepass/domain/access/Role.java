package cn.venuepass.domain.access;

/** What a caller may do. Everybody with an account is a RESIDENT; the others are staff. */
public enum Role {
  RESIDENT,
  REVIEWER,
  SUPERVISOR,
  TRACER,
  CONTROLLER,
  ADMIN,
  AUDITOR
}
