package cn.venuepass.application.survey;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.survey.SurveyImport;
import cn.venuepass.domain.survey.SurveyImport.OnBadLine;
import cn.venuepass.domain.survey.SurveyImportId;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyLines;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

final class ImportService implements ImportPlaces {
  private static final int MOST_TRIES = 5;

  private final SurveyImportRepository imports;
  private final ImportWork work;
  private final Creations creations;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final Executor background;
  private final Runnable afterwards;

  /**
   * Imports that go on in the background.
   *
   * @param afterwards what is worth doing at once when something was handed in
   */
  ImportService(
      SurveyImportRepository imports,
      ImportWork work,
      Creations creations,
      AuditTrail audit,
      InstantSource clock,
      Executor background,
      Runnable afterwards) {
    this.imports = imports;
    this.work = work;
    this.creations = creations;
    this.audit = audit;
    this.clock = clock;
    this.background = background;
    this.afterwards = afterwards;
  }

  @Override
  public HandedIn handIn(
      Caller.Staff supervisor,
      OnBadLine onBadLine,
      List<SurveyLine> lines,
      Optional<CreationKey> key) {
    List<SurveyLine> read = SurveyLines.withoutRepetition(lines);
    SurveyImport list = stored(supervisor, onBadLine, read, key);
    background.execute(afterwards);
    return new HandedIn(
        list,
        list.state().isUnfinished()
            ? List.of()
            : imports.listBad(list.id(), Integer.MIN_VALUE, SurveyLines.MOST));
  }

  private SurveyImport stored(
      Caller.Staff supervisor,
      OnBadLine onBadLine,
      List<SurveyLine> lines,
      Optional<CreationKey> key) {
    int tries = 0;
    while (tries < MOST_TRIES) {
      try {
        return creations
            .once(
                key,
                id -> Result.done(add(supervisor, id, onBadLine, lines)),
                id -> view(supervisor, new SurveyImportId(id)))
            .orElseThrow(denial -> new IllegalStateException(denial.toString()));
      } catch (Overtaken e) {
        tries++;
      }
    }
    throw new TemporarilyUnavailable("the same places are stored by others");
  }

  private SurveyImport add(
      Caller.Staff supervisor, UUID id, OnBadLine onBadLine, List<SurveyLine> lines) {
    SurveyImport list =
        SurveyImport.handedIn(
            new SurveyImportId(id),
            supervisor.account().id(),
            clock.instant(),
            onBadLine,
            lines.size());
    imports.add(list, lines);
    audit.note(
        Actor.staff(supervisor, Role.SUPERVISOR),
        Deed.of(AuditAction.SURVEY_IMPORTED, AuditPurpose.SUPERVISION).under(id.toString()));
    return lines.size() <= MOST_AT_ONCE
        ? work.finish(list, supervisor.account().jurisdiction())
        : list;
  }

  @Override
  public Page<SurveyImport> list(Caller.Staff supervisor, PageRequest request) {
    return imports.listOf(supervisor.account().id(), request);
  }

  @Override
  public Result<SurveyImport> view(Caller.Staff supervisor, SurveyImportId list) {
    return Result.of(imports.findOf(supervisor.account().id(), list), NOT_FOUND);
  }

  @Override
  public Result<List<SurveyLine>> rejected(
      Caller.Staff supervisor, SurveyImportId list, int after, int limit) {
    return view(supervisor, list).map(known -> imports.listBad(list, after, limit));
  }
}
