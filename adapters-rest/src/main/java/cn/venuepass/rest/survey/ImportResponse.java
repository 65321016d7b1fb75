package cn.venuepass.rest.survey;

import cn.venuepass.application.survey.ImportPlaces.HandedIn;
import cn.venuepass.domain.survey.SurveyImport;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.rest.problem.Messages;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a list of places is. */
record ImportResponse(
    UUID importId,
    Instant at,
    SurveyImport.OnBadLine onError,
    SurveyImport.State state,
    int lines,
    int done,
    int added,
    int changed,
    int unchanged,
    int rejectedCount,
    @Nullable Instant finishedAt) {

  static ImportResponse of(SurveyImport list) {
    var tally = list.tally();
    return new ImportResponse(
        list.id().value(),
        list.at(),
        list.onBadLine(),
        list.state(),
        list.lines(),
        list.done(),
        tally.added(),
        tally.changed(),
        tally.unchanged(),
        tally.rejected(),
        list.finishedAt().orElse(null));
  }

  /** What is wrong with a field of a line. */
  record RejectedLine(int line, String field, String message) {
    static Stream<RejectedLine> of(SurveyLine line, Messages messages) {
      return line.faults().stream()
          .map(fault -> new RejectedLine(line.number(), fault.field(), messages.of(fault.rule())));
    }
  }

  /** What became of a list that was worked off at once. */
  record Finished(
      UUID importId,
      int accepted,
      int added,
      int changed,
      int unchanged,
      List<RejectedLine> rejected) {
    static Finished of(HandedIn handedIn, Messages messages) {
      var tally = handedIn.list().tally();
      return new Finished(
          handedIn.list().id().value(),
          tally.accepted(),
          tally.added(),
          tally.changed(),
          tally.unchanged(),
          handedIn.rejected().stream().flatMap(line -> RejectedLine.of(line, messages)).toList());
    }
  }

  /** That a list is stored, to be worked off. */
  record Stored(UUID importId, SurveyImport.State state, int lines, int done) {
    static Stored of(SurveyImport list) {
      return new Stored(list.id().value(), list.state(), list.lines(), list.done());
    }
  }
}
