package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

final class PosterService implements ManagePosters, ViewPoster {
  private final VenueRights rights;
  private final PosterRepository posters;
  private final PosterCodes codes;
  private final PosterLinks links;
  private final QrCodeRenderer renderer;
  private final PosterPrinter printer;
  private final Creations creations;
  private final InstantSource clock;

  PosterService(
      VenueRights rights,
      PosterRepository posters,
      PosterCodes codes,
      PosterLinks links,
      QrCodeRenderer renderer,
      PosterPrinter printer,
      Creations creations,
      InstantSource clock) {
    this.rights = rights;
    this.posters = posters;
    this.codes = codes;
    this.links = links;
    this.renderer = renderer;
    this.printer = printer;
    this.creations = creations;
    this.clock = clock;
  }

  @Override
  public Result<List<Poster>> list(Caller.Resident manager, VenueId venue) {
    return rights.asManager(manager, venue).map(own -> posters.listOf(venue));
  }

  @Override
  public Result<byte[]> draw(
      Caller.Resident manager, VenueId venue, PosterId poster, QrCodeRenderer.Format format) {
    return rights
        .asManager(manager, venue)
        .flatMap(own -> Result.of(posters.find(venue, poster), NOT_FOUND))
        .map(found -> downloaded(found, renderer.render(links.printedUrlOf(found), format)));
  }

  @Override
  public Result<byte[]> paint(
      Caller.Resident manager, VenueId venue, PosterId poster, QrCodeRenderer.Format format) {
    return made(manager, venue, poster, sheet -> printer.paint(sheet, format));
  }

  @Override
  public Result<byte[]> print(Caller.Resident manager, VenueId venue, PosterId poster) {
    return made(manager, venue, poster, printer::print);
  }

  private Result<byte[]> made(
      Caller.Resident manager,
      VenueId venue,
      PosterId poster,
      Function<PosterSheet, byte[]> making) {
    return rights
        .asManager(manager, venue)
        .flatMap(
            own ->
                Result.of(posters.find(venue, poster), NOT_FOUND)
                    .map(found -> downloaded(found, making.apply(sheet(own, found)))));
  }

  @Override
  public Result<Poster> issue(
      Caller.Resident applicant,
      VenueId venue,
      Direction direction,
      Optional<PosterLabel> label,
      Optional<CreationKey> key) {
    return rights
        .asApplicantOfApproved(applicant, venue)
        .flatMap(
            approved ->
                creations.once(
                    key,
                    id -> {
                      Poster poster =
                          Poster.issued(new PosterId(id), venue, direction, label, clock.instant());
                      posters.add(poster);
                      return Result.done(poster);
                    },
                    id -> Result.of(posters.find(venue, new PosterId(id)), NOT_FOUND)));
  }

  @Override
  public Result<PosterId> revoke(Caller.Resident applicant, VenueId venue, PosterId poster) {
    return rights
        .asApplicant(applicant, venue)
        .flatMap(
            own ->
                posters.revoke(venue, poster, clock.instant())
                    ? Result.done(poster)
                    : Result.denied(NOT_FOUND));
  }

  @Override
  public Result<PosterLanding> view(String code) {
    return Result.of(
        codes.check(code).flatMap(poster -> posters.landing(poster, clock.instant())),
        UNKNOWN_CODE);
  }

  private byte[] downloaded(Poster poster, byte[] print) {
    if (poster.hanging().downloadedAt().isEmpty()) {
      posters.noteDownload(poster.venue(), poster.id(), clock.instant());
    }
    return print;
  }

  private PosterSheet sheet(Venue venue, Poster poster) {
    return new PosterSheet(
        links.printedUrlOf(poster), venue.details().name(), poster.direction(), poster.label());
  }
}
