package cn.venuepass.domain.audit;

/** What somebody looked or acted for. */
public enum AuditPurpose {
  /** To register somebody at a gate. */
  REGISTRATION,
  /** To find somebody inside a venue. */
  SEARCH_INSIDE,
  /** To look after a family member. */
  FAMILY,
  /** To list who works at a venue. */
  ROSTER,
  /** To appoint a venue's managers. */
  MANAGER,
  /** To run a venue: who is inside, who came, who was turned away. */
  VENUE_OPERATION,
  /** To review applications. */
  REVIEW,
  /** To see that every key venue has its codes and uses them. */
  SUPERVISION,
  /** To find, warn and protect people who met somebody infectious. */
  TRACING,
  /** To practise that; nothing comes of it for anybody. */
  DRILL,
  /** To keep accounts, divisions and venue types. */
  ADMINISTRATION,
  /** To answer somebody's request about their data. */
  DATA_REQUEST,
  /** To keep people out where it is ordered, or to let them in again. */
  CONTROL,
  /** To watch over the log itself. */
  AUDIT
}
