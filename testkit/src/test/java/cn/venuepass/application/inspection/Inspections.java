package cn.venuepass.application.inspection;

import static cn.venuepass.application.Answers.done;

import cn.venuepass.application.inspection.InspectVenues.Report;
import cn.venuepass.application.inspection.InspectVenues.Verdict;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Finding;
import cn.venuepass.domain.inspection.Findings;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.inspection.Premises.OfVenue;
import cn.venuepass.domain.inspection.Premises.Target;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What supervisors find and order in these specifications. */
public final class Inspections {
  public static final Findings WRONG =
      new Findings(
          List.of(new Finding(ChecklistItem.CODE_POSTED, Finding.Result.NOT_OK, Optional.empty())));
  public static final Verdict ACCEPTED = new Verdict(true, Optional.empty(), Optional.empty());

  private Inspections() {}

  /** A rectification that is due in so many days. */
  public static Inspection ordered(
      TestApplication app, Caller.Staff supervisor, VenueId venue, int days) {
    return done(
        inspect(app)
            .inspect(
                supervisor,
                rectification(new OfVenue(venue), inDays(app, days)),
                Optional.empty()));
  }

  static Report rectification(Target target, Instant dueAt) {
    return new Report(target, WRONG, Measure.RECTIFICATION, Optional.of(dueAt));
  }

  static Report criticism(Target target) {
    return new Report(target, WRONG, Measure.CRITICISM, Optional.empty());
  }

  static InspectVenues inspect(TestApplication app) {
    return app.useCases().inspection().inspectVenues();
  }

  static AnswerInspections answer(TestApplication app) {
    return app.useCases().inspection().answerInspections();
  }

  static Instant inDays(TestApplication app, int days) {
    return app.clock().instant().plus(Duration.ofDays(days));
  }
}
