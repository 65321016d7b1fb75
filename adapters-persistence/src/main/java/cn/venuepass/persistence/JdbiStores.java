package cn.venuepass.persistence;

import static cn.venuepass.persistence.StoreFaults.translated;

import cn.venuepass.application.CreationLog;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.Turns;
import cn.venuepass.application.access.SessionRepository;
import cn.venuepass.application.access.SharedTokens;
import cn.venuepass.application.access.SignInCodeRepository;
import cn.venuepass.application.access.SignInThrottle;
import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.audit.AuditChain;
import cn.venuepass.application.audit.AuditLog;
import cn.venuepass.application.board.NodeBoard;
import cn.venuepass.application.cases.CaseRepository;
import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.casework.VenueVisitors;
import cn.venuepass.application.control.ControlAppealRepository;
import cn.venuepass.application.control.ControlOrderRepository;
import cn.venuepass.application.coverage.BlindSpotRepository;
import cn.venuepass.application.coverage.CoverageHistory;
import cn.venuepass.application.coverage.CoverageRepository;
import cn.venuepass.application.directory.VenueDirectory;
import cn.venuepass.application.drill.DrillRepository;
import cn.venuepass.application.followup.ExposureNotices;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.application.gate.EntryCounts;
import cn.venuepass.application.gate.GateDeviceRepository;
import cn.venuepass.application.gate.TurnedAwayRepository;
import cn.venuepass.application.inspection.InspectionPlanRepository;
import cn.venuepass.application.inspection.InspectionRepository;
import cn.venuepass.application.notification.NotificationRepository;
import cn.venuepass.application.notification.Outbox;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.application.person.PaperPassRepository;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.photo.PhotoRepository;
import cn.venuepass.application.posterlife.PosterDays;
import cn.venuepass.application.posterlife.PosterScans;
import cn.venuepass.application.posterlife.PosterWarningRepository;
import cn.venuepass.application.privacy.DataRequestRepository;
import cn.venuepass.application.retention.DataPurge;
import cn.venuepass.application.retention.RetentionHolds;
import cn.venuepass.application.retention.RetentionReports;
import cn.venuepass.application.survey.PlaceMatchRepository;
import cn.venuepass.application.survey.SurveyImportRepository;
import cn.venuepass.application.survey.SurveyPlaceRepository;
import cn.venuepass.application.tracing.ContactSearch;
import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.application.venue.CommunityChanges;
import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.application.venue.ManagerRepository;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.application.venue.RosterRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.application.venue.VenueTypeRepository;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.application.visit.VisitRepository;
import cn.venuepass.persistence.access.JdbiSessionRepository;
import cn.venuepass.persistence.access.JdbiSharedTokens;
import cn.venuepass.persistence.access.JdbiSignInCodeRepository;
import cn.venuepass.persistence.access.JdbiSignInThrottle;
import cn.venuepass.persistence.access.JdbiStaffRepository;
import cn.venuepass.persistence.audit.JdbiAuditChain;
import cn.venuepass.persistence.audit.JdbiAuditLog;
import cn.venuepass.persistence.board.JdbiNodeBoard;
import cn.venuepass.persistence.cases.JdbiCases;
import cn.venuepass.persistence.cases.JdbiContactLists;
import cn.venuepass.persistence.control.JdbiControlAppealRepository;
import cn.venuepass.persistence.control.JdbiControlOrderRepository;
import cn.venuepass.persistence.coverage.JdbiBlindSpotRepository;
import cn.venuepass.persistence.coverage.JdbiCoverageHistory;
import cn.venuepass.persistence.coverage.JdbiCoverageRepository;
import cn.venuepass.persistence.drill.JdbiDrills;
import cn.venuepass.persistence.followup.JdbiExposureNotices;
import cn.venuepass.persistence.followup.JdbiFollowUps;
import cn.venuepass.persistence.gate.JdbiEntryCounts;
import cn.venuepass.persistence.gate.JdbiGateDeviceRepository;
import cn.venuepass.persistence.gate.JdbiTurnedAwayRepository;
import cn.venuepass.persistence.inspection.JdbiInspectionPlanRepository;
import cn.venuepass.persistence.inspection.JdbiInspectionRepository;
import cn.venuepass.persistence.notification.JdbiNotificationRepository;
import cn.venuepass.persistence.notification.JdbiOutbox;
import cn.venuepass.persistence.pass.JdbiPaperPassRepository;
import cn.venuepass.persistence.person.JdbiAccountRepository;
import cn.venuepass.persistence.person.JdbiFamilyRepository;
import cn.venuepass.persistence.person.JdbiPersonRepository;
import cn.venuepass.persistence.photo.JdbiPhotoRepository;
import cn.venuepass.persistence.posterlife.JdbiPosterDays;
import cn.venuepass.persistence.posterlife.JdbiPosterScans;
import cn.venuepass.persistence.posterlife.JdbiPosterWarningRepository;
import cn.venuepass.persistence.privacy.JdbiDataRequestRepository;
import cn.venuepass.persistence.retention.JdbiDataPurge;
import cn.venuepass.persistence.retention.JdbiRetentionHolds;
import cn.venuepass.persistence.retention.JdbiRetentionReports;
import cn.venuepass.persistence.survey.JdbiPlaceMatchRepository;
import cn.venuepass.persistence.survey.JdbiSurveyImportRepository;
import cn.venuepass.persistence.survey.JdbiSurveyPlaceRepository;
import cn.venuepass.persistence.tracing.JdbiContactSearch;
import cn.venuepass.persistence.tracing.JdbiTraceParameters;
import cn.venuepass.persistence.venue.JdbiCommunityChanges;
import cn.venuepass.persistence.venue.JdbiDivisionRepository;
import cn.venuepass.persistence.venue.JdbiManagerRepository;
import cn.venuepass.persistence.venue.JdbiPosterRepository;
import cn.venuepass.persistence.venue.JdbiRosterRepository;
import cn.venuepass.persistence.venue.JdbiVenueDirectory;
import cn.venuepass.persistence.venue.JdbiVenueRepository;
import cn.venuepass.persistence.venue.JdbiVenueTypeRepository;
import cn.venuepass.persistence.visit.JdbiVenueVisitors;
import cn.venuepass.persistence.visit.JdbiVisitRepository;
import org.jdbi.v3.core.Jdbi;

/** Every store over one database; what the database refuses they tell in the service's words. */
final class JdbiStores {
  private JdbiStores() {}

  static Stores of(
      Jdbi jdbi,
      DatabaseSettings.Vendor vendor,
      VisitLedger ledger,
      PersonalFields fields,
      IdGenerator ids) {
    return new Stores(
        new JdbiTransactions(jdbi),
        translated(CreationLog.class, new JdbiCreationLog(jdbi)),
        translated(AccountRepository.class, new JdbiAccountRepository(jdbi, fields, ids)),
        translated(PersonRepository.class, new JdbiPersonRepository(jdbi, fields, ids)),
        translated(FamilyRepository.class, new JdbiFamilyRepository(jdbi, fields)),
        translated(PaperPassRepository.class, new JdbiPaperPassRepository(jdbi)),
        translated(SessionRepository.class, new JdbiSessionRepository(jdbi)),
        translated(StaffRepository.class, new JdbiStaffRepository(jdbi, fields)),
        translated(DivisionRepository.class, new JdbiDivisionRepository(jdbi)),
        translated(VenueTypeRepository.class, new JdbiVenueTypeRepository(jdbi)),
        translated(VenueRepository.class, new JdbiVenueRepository(jdbi, fields)),
        translated(ManagerRepository.class, new JdbiManagerRepository(jdbi, fields)),
        translated(RosterRepository.class, new JdbiRosterRepository(jdbi, fields)),
        translated(PosterRepository.class, new JdbiPosterRepository(jdbi)),
        translated(VisitLedger.class, ledger),
        translated(VisitRepository.class, new JdbiVisitRepository(jdbi)),
        translated(EntryCounts.class, new JdbiEntryCounts(jdbi)),
        translated(TurnedAwayRepository.class, new JdbiTurnedAwayRepository(jdbi, fields)),
        translated(GateDeviceRepository.class, new JdbiGateDeviceRepository(jdbi)),
        translated(SignInThrottle.class, new JdbiSignInThrottle(jdbi, fields)),
        translated(AuditLog.class, new JdbiAuditLog(jdbi)),
        translated(AuditChain.class, new JdbiAuditChain(jdbi)),
        translated(DataRequestRepository.class, new JdbiDataRequestRepository(jdbi, fields)),
        translated(SharedTokens.class, new JdbiSharedTokens(jdbi, fields, ids)),
        translated(SignInCodeRepository.class, new JdbiSignInCodeRepository(jdbi, fields)),
        translated(Outbox.class, new JdbiOutbox(jdbi)),
        translated(NotificationRepository.class, new JdbiNotificationRepository(jdbi)),
        translated(
            DataPurge.class, new JdbiDataPurge(jdbi, vendor == DatabaseSettings.Vendor.POSTGRESQL)),
        translated(RetentionHolds.class, new JdbiRetentionHolds(jdbi)),
        translated(RetentionReports.class, new JdbiRetentionReports(jdbi)),
        translated(Turns.class, new JdbiTurns(jdbi)),
        translated(SurveyPlaceRepository.class, new JdbiSurveyPlaceRepository(jdbi)),
        translated(CoverageRepository.class, new JdbiCoverageRepository(jdbi)),
        translated(CoverageHistory.class, new JdbiCoverageHistory(jdbi)),
        translated(BlindSpotRepository.class, new JdbiBlindSpotRepository(jdbi, fields)),
        translated(PosterDays.class, new JdbiPosterDays(jdbi)),
        translated(PosterScans.class, new JdbiPosterScans(jdbi)),
        translated(PosterWarningRepository.class, new JdbiPosterWarningRepository(jdbi)),
        translated(InspectionRepository.class, new JdbiInspectionRepository(jdbi, fields, ids)),
        translated(InspectionPlanRepository.class, new JdbiInspectionPlanRepository(jdbi)),
        translated(PhotoRepository.class, new JdbiPhotoRepository(jdbi, fields)),
        translated(SurveyImportRepository.class, new JdbiSurveyImportRepository(jdbi)),
        translated(PlaceMatchRepository.class, new JdbiPlaceMatchRepository(jdbi, ids)),
        translated(CommunityChanges.class, new JdbiCommunityChanges(jdbi, ids)),
        translated(TraceParametersRepository.class, new JdbiTraceParameters(jdbi)),
        translated(CaseRepository.class, new JdbiCases(jdbi, fields)),
        translated(ContactLists.class, new JdbiContactLists(jdbi)),
        translated(ContactSearch.class, new JdbiContactSearch(jdbi)),
        translated(FollowUps.class, new JdbiFollowUps(jdbi, fields, ids)),
        translated(ExposureNotices.class, new JdbiExposureNotices(jdbi)),
        translated(VenueVisitors.class, new JdbiVenueVisitors(jdbi)),
        translated(DrillRepository.class, new JdbiDrills(jdbi, fields)),
        translated(ControlOrderRepository.class, new JdbiControlOrderRepository(jdbi, fields)),
        translated(ControlAppealRepository.class, new JdbiControlAppealRepository(jdbi, fields)),
        translated(VenueDirectory.class, new JdbiVenueDirectory(jdbi)),
        translated(NodeBoard.class, new JdbiNodeBoard(jdbi)));
  }
}
