package cn.venuepass.persistence.retention;

import cn.venuepass.application.posterlife.PosterDays;
import cn.venuepass.application.retention.RetentionLimits;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * One kind of data that is forgotten. In the conditions {@code x} is the row, {@code :limit} the
 * time before which things are over.
 *
 * @param keys its primary key
 * @param time the time that reports give
 * @param over when it is over
 * @param held when an open case holds it
 */
record Kind(
    String table,
    String keys,
    String time,
    String over,
    String held,
    Function<RetentionLimits, Duration> limit) {
  private static final String NEVER = "FALSE";

  /** What somebody asked about their data is kept until nobody can complain any more. */
  private static final Duration ANSWERED_REQUESTS = Duration.ofDays(3 * 365);

  /** What supervision saw and did is kept for as long. */
  private static final Duration CLOSED_TASKS = Duration.ofDays(3 * 365);

  /** Warnings can be compared to those of the season before, like the counts that they rest on. */
  private static final Duration WARNINGS = PosterDays.KEPT;

  /** What was found and ordered is kept while somebody may ask for it; photos show people. */
  private static final Duration INSPECTIONS = Duration.ofDays(2 * 365);

  /** Drills are compared over the years; nobody is named in them. */
  private static final Duration DRILLS = Duration.ofDays(3 * 365);

  private static final Duration PHOTOS = Duration.ofDays(180);

  /** That somebody was under investigation, and why, is kept while they may object to it. */
  private static final Duration CASES = Duration.ofDays(3 * 365);

  /** Tries to sign in are counted for a day. */
  private static final Duration TRIES = Duration.ofDays(1);

  /** The longest stay at the venue of the row; seven days if nothing is known of the venue. */
  private static final String STAY =
      """
      COALESCE((SELECT t.maximum_stay_seconds FROM venue n
                  JOIN venue_type t ON t.code = n.type_code WHERE n.id = x.venue_id), 604800)
        * INTERVAL '1' SECOND""";

  private static final String PRESENCE_OVER =
      "x.last_seen < :limit AND (NOT x.inside OR x.since + " + STAY + " < :limit)";

  /** Cases hold thousands of people: each row is asked for by an index, of people or of venues. */
  private static final String HELD =
      """
      (EXISTS (SELECT 1 FROM retention_hold h
                WHERE h.person_id IN (%1$s)
                  AND (h.venue_id IS NULL OR h.venue_id = x.venue_id)
                  AND h.released_at IS NULL AND %2$s <= h.ends AND %3$s >= h.begins)
       OR EXISTS (SELECT 1 FROM retention_hold h
                   WHERE h.venue_id = x.venue_id AND h.person_id IS NULL
                     AND h.released_at IS NULL AND %2$s <= h.ends AND %3$s >= h.begins))""";

  /** Who was a contact, and what was told of whom, goes when the visits of then would. */
  private static final String CASE_OVER =
      """
      EXISTS (SELECT 1 FROM trace_case c WHERE c.id = x.case_id AND c.closed_at < :limit)""";

  /** Presence goes before the visits: no scan finds it without the visit that it names. */
  private static final Kind PRESENCE =
      new Kind(
          "presence",
          "venue_id, person_id",
          "last_seen",
          PRESENCE_OVER,
          HELD.formatted("x.person_id", "COALESCE(x.since, x.last_seen)", "x.last_seen + " + STAY),
          RetentionLimits::visits);

  static final Kind VISIT =
      new Kind(
          "visit",
          "venue_id, entered_at, id",
          "entered_at",
          """
          x.entered_at < :limit
            AND COALESCE(x.left_at, x.entered_at + %s) < :limit
            AND COALESCE(x.last_seen, x.entered_at) < :limit
            AND NOT EXISTS (SELECT 1 FROM presence p
                             WHERE p.venue_id = x.venue_id AND p.person_id = x.person_id
                               AND p.visit_id = x.id AND p.last_seen >= :limit)"""
              .formatted(STAY),
          HELD.formatted(
              "x.person_id", "x.entered_at", "COALESCE(x.left_at, x.entered_at + " + STAY + ")"),
          RetentionLimits::visits);

  static final Kind RECEIPT =
      new Kind(
          "scan_receipt",
          "venue_id, person_id, scan_id, received_on",
          "at",
          "x.at < :limit",
          NEVER,
          RetentionLimits::receipts);

  /** A doubt is kept as long as the visit, which an open case may hold. */
  private static final Kind DOUBT =
      new Kind(
          "visit_doubt",
          "warning_id, visit_id, direction",
          "at",
          """
          x.at < :limit
            AND NOT EXISTS (SELECT 1 FROM visit v
                             WHERE v.venue_id = x.venue_id AND v.entered_at = x.entered_at
                               AND v.id = x.visit_id)""",
          NEVER,
          RetentionLimits::visits);

  /** With the appeals against it and who was inside; from when it ended on, however it did. */
  private static final Kind CONTROL_ORDER =
      new Kind(
          "control_order",
          "id",
          "expires_at",
          """
          COALESCE(x.ended_at, CASE WHEN x.approved_at IS NULL THEN x.lapses_at ELSE x.expires_at END)
            < :limit""",
          """
          EXISTS (SELECT 1 FROM retention_hold h
                   WHERE h.released_at IS NULL
                     AND (h.case_id = x.case_id
                          OR ((h.person_id = x.person_id OR h.venue_id = x.venue_id)
                              AND h.begins <= x.expires_at AND h.ends >= x.proposed_at)))""",
          RetentionLimits::visits);

  /** All of them, in the order in which they go. */
  static final List<Kind> ALL =
      List.of(
          PRESENCE,
          VISIT,
          new Kind(
              "scan_companion",
              "venue_id, person_id, scan_id, place",
              "at",
              "x.at < :limit",
              HELD.formatted("x.person_id, x.companion_id", "x.at", "x.at + " + STAY),
              RetentionLimits::visits),
          RECEIPT,
          simple("turned_away", "id", "at", RetentionLimits::refusals),
          new Kind(
              "session",
              "id",
              "expires_at",
              "(x.ended_at < :limit OR x.expires_at < :limit)",
              NEVER,
              RetentionLimits::sessions),
          simple(
              "creation",
              "owner_id, scope, idempotency_key",
              "created_at",
              RetentionLimits::creations),
          simple("paper_pass", "id", "revoked_at", RetentionLimits::visits),
          simple("roster_entry", "id", "ended_at", RetentionLimits::visits),
          simple("gate_device", "venue_id, device_id", "last_seen", RetentionLimits::devices),
          simple("notification", "id", "due_at", RetentionLimits::visits),
          simple("survey_import_line", "import_id, number", "created_at", RetentionLimits::visits),
          simple("survey_import", "id", "created_at", RetentionLimits::visits),
          simple("data_request", "id", "decided_at", limits -> ANSWERED_REQUESTS),
          simple("blind_spot_step", "task_id, revision", "at", limits -> CLOSED_TASKS),
          simple("blind_spot", "id", "closed_at", limits -> CLOSED_TASKS),
          simple("poster_day", "poster_id, counted_on", "last_scan_at", limits -> PosterDays.KEPT),
          simple("poster_warning", "id", "last_at", limits -> WARNINGS),
          DOUBT,
          simple("inspection_photo", "id", "at", limits -> PHOTOS),
          new Kind(
              "inspection",
              "id",
              "inspected_at",
              "x.inspected_at < :limit AND x.state IN ('CLOSED', 'VERIFIED')",
              NEVER,
              limits -> INSPECTIONS),
          simple("drill", "id", "ended_at", limits -> DRILLS),
          simple("inspection_plan", "id", "due_at", limits -> INSPECTIONS),
          ofCase("case_contact", "case_id, person_id", "stored_at"),
          ofCase("case_change", "case_id, number, person_id", "changed_at"),
          ofCase("case_statement", "id", "told_at"),
          ofCase("follow_up_step", "id", "noted_at"),
          ofCase("follow_up", "case_id, person_id", "reached_at"),
          ofCase("exposure_told", "case_id, person_id", "at"),
          simple("trace_case", "id", "closed_at", limits -> CASES),
          simple("retention_hold", "id", "released_at", RetentionLimits::visits),
          CONTROL_ORDER,
          simple("sign_in_number", "phone_hash", "expires_at", limits -> TRIES),
          simple("sign_in_request", "id", "requested_at", limits -> TRIES),
          simple("sign_in_attempt", "username_hash", "latest_at", limits -> TRIES));

  private static Kind simple(
      String table, String keys, String time, Function<RetentionLimits, Duration> limit) {
    return new Kind(table, keys, time, "x." + time + " < :limit", NEVER, limit);
  }

  private static Kind ofCase(String table, String keys, String time) {
    return new Kind(table, keys, time, CASE_OVER, NEVER, RetentionLimits::visits);
  }

  String goes() {
    return "(" + over + ") AND NOT " + held;
  }

  String isHeld() {
    return "(" + over + ") AND " + held;
  }
}
