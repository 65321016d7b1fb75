package cn.venuepass.application.survey;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.survey.SurveyImport;
import cn.venuepass.domain.survey.SurveyImport.OnBadLine;
import cn.venuepass.domain.survey.SurveyImportId;
import cn.venuepass.domain.survey.SurveyLine;
import java.util.List;
import java.util.Optional;

/** Takes lists of the places that a survey found (notice, part one: 摸排登记). */
public interface ImportPlaces {
  /** Up to so many lines are worked off before the answer. */
  int MOST_AT_ONCE = 1_000;

  /**
   * Takes a list. A short one is worked off at once; a long one is stored, and worked off in its
   * turn.
   */
  HandedIn handIn(
      Caller.Staff supervisor,
      OnBadLine onBadLine,
      List<SurveyLine> lines,
      Optional<CreationKey> key);

  /** What the caller handed in, the latest first. */
  Page<SurveyImport> list(Caller.Staff supervisor, PageRequest request);

  Result<SurveyImport> view(Caller.Staff supervisor, SurveyImportId list);

  /**
   * The bad lines of a list that were found so far.
   *
   * @param after the number of a line
   */
  Result<List<SurveyLine>> rejected(
      Caller.Staff supervisor, SurveyImportId list, int after, int limit);

  /**
   * A list, and the bad lines of one that is finished.
   *
   * @param rejected empty while it is not
   */
  record HandedIn(SurveyImport list, List<SurveyLine> rejected) {}
}
