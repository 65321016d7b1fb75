package cn.venuepass.application;

import cn.venuepass.application.access.SessionRepository;
import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.gate.EntryCounts;
import cn.venuepass.application.gate.GateDeviceRepository;
import cn.venuepass.application.gate.TurnedAwayRepository;
import cn.venuepass.application.lookup.LookupLog;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.application.person.PaperPassRepository;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.retention.DataPurge;
import cn.venuepass.application.retention.RetentionHolds;
import cn.venuepass.application.retention.RetentionReports;
import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.application.venue.ManagerRepository;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.application.venue.RosterRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.application.venue.VenueTypeRepository;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.application.visit.VisitRepository;

/** Every port behind which the service keeps something; one technology answers for all of them. */
public record Stores(
    Transactions transactions,
    CreationLog creationLog,
    AccountRepository accounts,
    PersonRepository people,
    FamilyRepository family,
    PaperPassRepository paperPasses,
    LookupLog lookupLog,
    SessionRepository sessions,
    StaffRepository staff,
    DivisionRepository divisions,
    VenueTypeRepository venueTypes,
    VenueRepository venues,
    ManagerRepository managers,
    RosterRepository rosters,
    PosterRepository posters,
    VisitLedger visitLedger,
    VisitRepository visits,
    EntryCounts entryCounts,
    TurnedAwayRepository turnedAway,
    GateDeviceRepository gateDevices,
    DataPurge dataPurge,
    RetentionHolds retentionHolds,
    RetentionReports retentionReports) {}
