package cn.venuepass.application.privacy;

import static cn.venuepass.application.Denial.Plain.DATA_REQUESTS_FULL;
import static cn.venuepass.application.Denial.Plain.DATA_REQUEST_DECIDED;
import static cn.venuepass.application.Denial.Plain.IDENTITY_REQUIRED;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.privacy.DataRequestRepository.Desk;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.privacy.DataRequest;
import cn.venuepass.domain.privacy.DataRequest.AboutVisit;
import cn.venuepass.domain.privacy.DataRequest.Decision;
import cn.venuepass.domain.privacy.DataRequestId;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class DataRequestService implements MakeDataRequests, AnswerDataRequests {
  private final DataRequestRepository requests;
  private final FamilyRepository family;
  private final PersonRepository people;
  private final Creations creations;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  DataRequestService(
      DataRequestRepository requests,
      FamilyRepository family,
      PersonRepository people,
      Creations creations,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.requests = requests;
    this.family = family;
    this.people = people;
    this.creations = creations;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<DataRequest> make(
      Caller.Resident resident,
      DataRequest.Kind kind,
      Optional<VisitId> visit,
      String text,
      Optional<CreationKey> key) {
    if (resident.person().isEmpty()) {
      return Result.denied(IDENTITY_REQUIRED);
    }
    PersonId person = resident.person().get();
    Optional<AboutVisit> about = visit.flatMap(id -> visitOf(resident, person, id));
    if (visit.isPresent() && about.isEmpty()) {
      return Result.denied(NOT_FOUND);
    }
    return creations.once(
        key,
        id ->
            add(
                new DataRequest(
                    new DataRequestId(id),
                    resident.account(),
                    person,
                    about.map(AboutVisit::person).orElse(person),
                    kind,
                    about,
                    text,
                    clock.instant(),
                    Optional.empty())),
        id -> Result.of(requests.findOf(person, new DataRequestId(id)), NOT_FOUND));
  }

  @Override
  public Page<DataRequest> list(Caller.Resident resident, PageRequest request) {
    return resident
        .person()
        .map(person -> requests.listOf(person, request))
        .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
  }

  @Override
  public Page<Asked> list(Caller.Staff staff, DataRequest.Status status, PageRequest request) {
    Page<DataRequest> shown = requests.listFor(desk(staff), status, request);
    audit.noteLook(
        Actor.staff(staff, roleOf(staff)),
        Deed.of(AuditAction.DATA_REQUESTS_VIEWED, AuditPurpose.DATA_REQUEST)
            .about(
                shown.items().stream()
                    .flatMap(asked -> Stream.of(asked.person(), asked.about()))
                    .distinct()
                    .toList()));
    Map<PersonId, String> names = maskedNames(shown.items());
    return shown.map(asked -> new Asked(asked, names.getOrDefault(asked.person(), "*")));
  }

  @Override
  public Result<Asked> decide(
      Caller.Staff staff, DataRequestId id, boolean accepted, String answer) {
    var decision = new Decision(accepted, answer, staff.account().id(), clock.instant());
    return transactions.attempt(
        () ->
            Result.of(requests.findFor(desk(staff), id), NOT_FOUND)
                .flatMap(
                    asked ->
                        requests.decide(id, decision)
                            ? Result.done(decided(staff, asked, decision))
                            : Result.denied(DATA_REQUEST_DECIDED)));
  }

  private Result<DataRequest> add(DataRequest request) {
    return requests.add(request) ? Result.done(request) : Result.denied(DATA_REQUESTS_FULL);
  }

  private Asked decided(Caller.Staff staff, DataRequest asked, Decision decision) {
    Deed deed =
        Deed.of(AuditAction.DATA_REQUEST_DECIDED, AuditPurpose.DATA_REQUEST)
            .about(Stream.of(asked.person(), asked.about()).distinct().toList())
            .under(asked.id().value().toString());
    audit.note(
        Actor.staff(staff, roleOf(staff)),
        asked.visit().map(visit -> deed.within(visit.community())).orElse(deed));
    var decided =
        new DataRequest(
            asked.id(),
            asked.account(),
            asked.person(),
            asked.about(),
            asked.kind(),
            asked.visit(),
            asked.text(),
            asked.madeAt(),
            Optional.of(decision));
    return new Asked(decided, maskedNames(List.of(asked)).getOrDefault(asked.person(), "*"));
  }

  private Optional<AboutVisit> visitOf(Caller.Resident resident, PersonId person, VisitId visit) {
    List<Watched> watched = new ArrayList<>();
    watched.add(new Watched(person, Instant.EPOCH));
    family
        .listOf(resident.account())
        .forEach(link -> watched.add(new Watched(link.person(), link.since())));
    return requests.findVisit(watched, visit);
  }

  private Map<PersonId, String> maskedNames(List<DataRequest> shown) {
    return people.findAll(shown.stream().map(DataRequest::person).distinct().toList()).stream()
        .collect(Collectors.toMap(Person::id, Person::maskedName));
  }

  private static Desk desk(Caller.Staff staff) {
    return new Desk(
        staff.account().jurisdiction(),
        staff.roles().contains(Role.REVIEWER),
        staff.roles().contains(Role.ADMIN));
  }

  private static Role roleOf(Caller.Staff staff) {
    return staff.roles().contains(Role.REVIEWER) ? Role.REVIEWER : Role.ADMIN;
  }
}
