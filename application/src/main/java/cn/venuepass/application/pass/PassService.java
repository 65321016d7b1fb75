package cn.venuepass.application.pass;

import static cn.venuepass.application.Denial.Plain.IDENTITY_REQUIRED;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Result;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.application.person.PaperPassRepository;
import cn.venuepass.application.venue.QrCodeRenderer;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.pass.PaperPass;
import cn.venuepass.domain.pass.PaperPassId;
import cn.venuepass.domain.pass.PassCodes;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonId;
import java.time.InstantSource;
import java.util.Optional;

final class PassService implements ShowPassCode, ManagePaperPasses {
  private final PassCodes codes;
  private final PaperPassRepository papers;
  private final FamilyRepository family;
  private final QrCodeRenderer renderer;
  private final PassCardPrinter printer;
  private final IdGenerator ids;
  private final InstantSource clock;

  PassService(
      PassCodes codes,
      PaperPassRepository papers,
      FamilyRepository family,
      QrCodeRenderer renderer,
      PassCardPrinter printer,
      IdGenerator ids,
      InstantSource clock) {
    this.codes = codes;
    this.papers = papers;
    this.family = family;
    this.renderer = renderer;
    this.printer = printer;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<PassCodes.Issued> show(Caller.Resident resident, Optional<FamilyLinkId> member) {
    return member
        .map(link -> member(resident, link).map(FamilyLink::person))
        .orElseGet(() -> oneself(resident))
        .map(person -> codes.issue(person, clock.instant()));
  }

  @Override
  public Result<byte[]> draw(
      Caller.Resident resident, Optional<FamilyLinkId> member, QrCodeRenderer.Format format) {
    return show(resident, member).map(issued -> renderer.render(issued.code(), format));
  }

  @Override
  public Result<IssuedPass> issue(Caller.Resident guardian, FamilyLinkId member) {
    return member(guardian, member)
        .map(
            link -> {
              PaperPass pass =
                  PaperPass.issued(
                      new PaperPassId(ids.next()),
                      link.person(),
                      guardian.account(),
                      clock.instant());
              papers.issue(pass);
              return issued(pass);
            });
  }

  @Override
  public Result<IssuedPass> view(Caller.Resident guardian, FamilyLinkId member) {
    return member(guardian, member).flatMap(this::good).map(this::issued);
  }

  @Override
  public Result<byte[]> draw(
      Caller.Resident guardian, FamilyLinkId member, QrCodeRenderer.Format format) {
    return view(guardian, member).map(pass -> renderer.render(pass.code(), format));
  }

  @Override
  public Result<byte[]> print(Caller.Resident guardian, FamilyLinkId member) {
    return member(guardian, member)
        .flatMap(
            link ->
                good(link)
                    .map(this::issued)
                    .map(
                        pass ->
                            printer.print(
                                new PassCard(pass.code(), link.name().masked(), pass.issuedAt()))));
  }

  @Override
  public Result<PaperPassId> revoke(Caller.Resident guardian, FamilyLinkId member) {
    return member(guardian, member)
        .flatMap(
            link ->
                good(link)
                    .flatMap(
                        pass ->
                            papers.revoke(link.person(), clock.instant())
                                ? Result.done(pass.id())
                                : Result.denied(NOT_FOUND)));
  }

  private IssuedPass issued(PaperPass pass) {
    return new IssuedPass(codes.codeOf(pass.id()), pass.issuedAt());
  }

  private Result<PaperPass> good(FamilyLink link) {
    return Result.of(
        papers.findGood(link.person()).filter(pass -> pass.issuedBy().equals(link.guardian())),
        NOT_FOUND);
  }

  private Result<FamilyLink> member(Caller.Resident guardian, FamilyLinkId member) {
    return Result.of(family.find(guardian.account(), member), NOT_FOUND);
  }

  private static Result<PersonId> oneself(Caller.Resident resident) {
    return Result.of(resident.person(), IDENTITY_REQUIRED);
  }
}
