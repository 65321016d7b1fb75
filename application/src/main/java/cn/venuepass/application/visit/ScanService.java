package cn.venuepass.application.visit;

import static cn.venuepass.application.Denial.Plain.IDENTITY_REQUIRED;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;

import cn.venuepass.application.Result;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

final class ScanService implements RegisterScan {
  private final PosterCodes codes;
  private final VisitLedger ledger;
  private final FamilyRepository family;
  private final InstantSource clock;

  ScanService(PosterCodes codes, VisitLedger ledger, FamilyRepository family, InstantSource clock) {
    this.codes = codes;
    this.ledger = ledger;
    this.family = family;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Result<ScanRecord>> register(
      Caller.Resident resident, ScanId id, String code, List<FamilyLinkId> chosen) {
    Optional<PosterId> poster = codes.check(code);
    if (poster.isEmpty()) {
      return now(Result.denied(UNKNOWN_CODE));
    }
    if (resident.person().isEmpty()) {
      return now(Result.denied(IDENTITY_REQUIRED));
    }
    var target = new ScanTarget.AtPoster(poster.get());
    Scan scan = Scan.ofPoster(id, resident.person().get(), target, clock.instant());
    if (chosen.isEmpty()) {
      return submit(scan);
    }
    List<FamilyLinkId> members = chosen.stream().distinct().toList();
    List<Companion> companions = companions(resident, members);
    if (companions.size() < members.size()) {
      return now(Result.of(ledger.findAnswer(scan), NOT_FOUND));
    }
    return submit(scan.with(companions));
  }

  private CompletionStage<Result<ScanRecord>> submit(Scan scan) {
    return ledger.submit(scan).thenApply(record -> Result.of(record, UNKNOWN_CODE));
  }

  private static CompletionStage<Result<ScanRecord>> now(Result<ScanRecord> result) {
    return CompletableFuture.completedFuture(result);
  }

  private List<Companion> companions(Caller.Resident resident, List<FamilyLinkId> chosen) {
    Map<FamilyLinkId, FamilyLink> own =
        family.listOf(resident.account()).stream()
            .collect(Collectors.toMap(FamilyLink::id, Function.identity()));
    return chosen.stream()
        .flatMap(id -> Optional.ofNullable(own.get(id)).stream())
        .map(link -> new Companion(link.id(), link.person(), resident.account()))
        .toList();
  }
}
