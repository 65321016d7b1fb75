package cn.venuepass.application.survey;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.survey.SurveyImport;
import cn.venuepass.domain.survey.SurveyImportId;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists of places that were handed in, with their lines, until these are forgotten. */
public interface SurveyImportRepository {

  void add(SurveyImport list, List<SurveyLine> lines);

  /** The list, if that member of staff handed it in. */
  Optional<SurveyImport> findOf(StaffId staff, SurveyImportId list);

  /** What that member of staff handed in, the latest first. */
  Page<SurveyImport> listOf(StaffId staff, PageRequest request);

  /** The oldest list of which something is to do. */
  Optional<SurveyImport> findUnfinished();

  /** Lines in their order, without the first ones. */
  List<SurveyLine> lines(SurveyImportId list, int first, int limit);

  /** Those of the places that earlier lines of the list have named. */
  Set<SurveyPlaceId> named(SurveyImportId list, Collection<SurveyPlaceId> places);

  /**
   * Stores how far a list is now, with what became of some lines.
   *
   * @param bad lines, with what is wrong with them
   * @param good the places that lines are, by their numbers
   * @return false, with nothing changed, unless the list is as far as it was before
   */
  boolean advance(
      SurveyImport before,
      SurveyImport after,
      List<SurveyLine> bad,
      Map<Integer, SurveyPlaceId> good);

  /** The communities of all places that the list names. */
  Set<DivisionCode> communitiesOf(SurveyImportId list);

  /**
   * The bad lines that were found so far, in their order.
   *
   * @param after the number of a line
   */
  List<SurveyLine> listBad(SurveyImportId list, int after, int limit);
}
