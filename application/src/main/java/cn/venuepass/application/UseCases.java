package cn.venuepass.application;

import cn.venuepass.application.access.AccessTokens;
import cn.venuepass.application.access.AccessUseCases;
import cn.venuepass.application.access.AuthenticatorCodes;
import cn.venuepass.application.access.CodesBySms;
import cn.venuepass.application.access.PasswordHashing;
import cn.venuepass.application.access.WeChatLogin;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.audit.AuditUseCases;
import cn.venuepass.application.board.BoardUseCases;
import cn.venuepass.application.board.LedgerReadings;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.CaseUseCases;
import cn.venuepass.application.casework.CaseworkUseCases;
import cn.venuepass.application.control.ControlUseCases;
import cn.venuepass.application.coverage.CoverageUseCases;
import cn.venuepass.application.directory.DirectoryUseCases;
import cn.venuepass.application.drill.DrillUseCases;
import cn.venuepass.application.followup.FollowUpUseCases;
import cn.venuepass.application.gate.GateUseCases;
import cn.venuepass.application.inspection.InspectionUseCases;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.application.notification.NotificationUseCases;
import cn.venuepass.application.notification.Notifications;
import cn.venuepass.application.notification.SmsGateway;
import cn.venuepass.application.notification.WeChatMessages;
import cn.venuepass.application.pass.PassCardPrinter;
import cn.venuepass.application.pass.PassReader;
import cn.venuepass.application.pass.PassUseCases;
import cn.venuepass.application.person.PersonUseCases;
import cn.venuepass.application.person.WeChatPhone;
import cn.venuepass.application.photo.PhotoCleaner;
import cn.venuepass.application.photo.PhotoStore;
import cn.venuepass.application.photo.PhotoUseCases;
import cn.venuepass.application.posterlife.PosterLifeUseCases;
import cn.venuepass.application.privacy.PrivacyUseCases;
import cn.venuepass.application.report.DocumentPrinter;
import cn.venuepass.application.report.ReportUseCases;
import cn.venuepass.application.retention.RetentionUseCases;
import cn.venuepass.application.survey.SurveyUseCases;
import cn.venuepass.application.tracing.TracingUseCases;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.application.venue.PosterPrinter;
import cn.venuepass.application.venue.QrCodeRenderer;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.application.venue.VenueUseCases;
import cn.venuepass.application.visit.Stays;
import cn.venuepass.application.visit.VisitUseCases;
import cn.venuepass.domain.audit.AuditSeals;
import cn.venuepass.domain.pass.PassCodes;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.venue.PosterCodes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Everything that the service can do, by feature. */
public record UseCases(
    AccessUseCases access,
    PersonUseCases person,
    PassUseCases pass,
    VenueUseCases venue,
    VisitUseCases visit,
    GateUseCases gate,
    NotificationUseCases notification,
    AuditUseCases audit,
    PrivacyUseCases privacy,
    RetentionUseCases retention,
    SurveyUseCases survey,
    CoverageUseCases coverage,
    InspectionUseCases inspection,
    PosterLifeUseCases posterLife,
    ReportUseCases report,
    PhotoUseCases photo,
    TracingUseCases tracing,
    CaseUseCases cases,
    FollowUpUseCases followUp,
    CaseworkUseCases casework,
    DrillUseCases drill,
    ControlUseCases control,
    DirectoryUseCases directory,
    BoardUseCases board) {

  /**
   * What the use cases need beside the stores.
   *
   * @param secondFactorRequired whether staff must have an authenticator app; not in a demo
   * @param signInCodesShown whether whoever asks for a one-time code is shown it, as in a demo
   * @param photoStore where the contents of photos are kept, if anywhere
   * @param background where work goes on beside the answer
   * @param dutyPhone whom a text message tells of every control order
   * @param visitsKept how long a visit is kept that nothing holds
   * @param ledgerReadings what this node measures of its ledger
   * @param version what this node runs
   */
  public record Surroundings(
      WeChatLogin weChat,
      PasswordHashing passwords,
      AccessTokens tokens,
      RateLimits limits,
      QrCodeRenderer renderer,
      PosterPrinter posterPrinter,
      PassCardPrinter cardPrinter,
      PosterCodes codes,
      PosterLinks links,
      PassCodes passCodes,
      Duration activationDelay,
      IdGenerator ids,
      InstantSource clock,
      AuthenticatorCodes authenticatorCodes,
      boolean secondFactorRequired,
      WeChatPhone weChatPhone,
      WeChatMessages weChatMessages,
      SmsGateway sms,
      boolean signInCodesShown,
      AuditSeals auditSeals,
      Optional<PhotoStore> photoStore,
      PhotoCleaner photoCleaner,
      Executor background,
      DocumentPrinter documentPrinter,
      Optional<PhoneNumber> dutyPhone,
      Duration visitsKept,
      LedgerReadings ledgerReadings,
      String version) {}

  public static UseCases over(Stores stores, Surroundings around) {
    InstantSource clock = around.clock();
    var rights = new VenueRights(stores.venues(), clock);
    var creations = new Creations(stores.creationLog(), stores.transactions(), around.ids(), clock);
    var audit = new AuditTrail(stores.auditLog(), around.ids(), clock);
    var journal = new CaseJournal(audit);
    var lookups = new Lookups(around.limits(), audit);
    var passes = new PassReader(around.passCodes(), stores.paperPasses());
    var notifications = new Notifications(stores.outbox(), around.ids());
    var stays = new Stays(stores.visits());
    var coverage = CoverageUseCases.over(stores, audit, around.ids(), clock);
    var posterLife = PosterLifeUseCases.over(stores, creations, rights, audit, around.ids(), clock);
    var inspection =
        InspectionUseCases.over(stores, creations, rights, audit, notifications, clock);
    var tracing = TracingUseCases.over(stores.contactSearch());
    var cases =
        CaseUseCases.over(
            stores,
            tracing.findContacts(),
            stores.followUps(),
            lookups,
            creations,
            audit,
            around.ids(),
            clock,
            around.visitsKept());
    return new UseCases(
        AccessUseCases.over(
            stores,
            around.weChat(),
            around.passwords(),
            around.authenticatorCodes(),
            around.secondFactorRequired(),
            around.tokens(),
            new CodesBySms(around.sms(), around.limits(), around.signInCodesShown()),
            around.ids(),
            clock),
        PersonUseCases.over(stores, creations, lookups, around.weChatPhone(), clock),
        PassUseCases.over(
            stores,
            around.passCodes(),
            around.renderer(),
            around.cardPrinter(),
            around.ids(),
            clock),
        VenueUseCases.over(
            stores,
            creations,
            rights,
            lookups,
            audit,
            notifications,
            around.codes(),
            around.links(),
            around.renderer(),
            around.posterPrinter(),
            around.activationDelay(),
            around.ids(),
            clock),
        VisitUseCases.over(stores, around.codes(), stays, audit, clock),
        GateUseCases.over(stores, creations, rights, passes, lookups, audit, stays, clock),
        NotificationUseCases.over(
            stores, around.weChatMessages(), around.sms(), around.dutyPhone(), audit, clock),
        AuditUseCases.over(stores, audit, around.auditSeals(), clock),
        PrivacyUseCases.over(stores, creations, audit, clock),
        RetentionUseCases.over(stores.dataPurge(), stores.retentionReports(), around.ids(), clock),
        SurveyUseCases.over(stores, creations, audit, around.background(), around.ids(), clock),
        coverage,
        inspection,
        posterLife,
        ReportUseCases.over(
            coverage, inspection, posterLife, around.documentPrinter(), audit, clock),
        PhotoUseCases.over(
            stores.photos(),
            around.photoStore(),
            around.photoCleaner(),
            inspection.viewInspection(),
            creations,
            audit,
            around.ids(),
            clock),
        tracing,
        cases,
        FollowUpUseCases.over(stores, journal, notifications, clock),
        CaseworkUseCases.over(stores, journal, stays, clock),
        DrillUseCases.over(stores, cases.keepTrace(), creations, journal, around.ids(), clock),
        ControlUseCases.over(
            stores,
            creations,
            lookups,
            audit,
            notifications,
            around.dutyPhone().isPresent(),
            clock),
        DirectoryUseCases.over(stores.venueDirectory()),
        BoardUseCases.over(
            stores.nodeBoard(),
            around.ledgerReadings(),
            around.ids().next(),
            around.version(),
            clock));
  }
}
