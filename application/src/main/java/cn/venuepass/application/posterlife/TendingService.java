package cn.venuepass.application.posterlife;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.POSTER_REPLACED;
import static cn.venuepass.application.Denial.Plain.POSTER_REVOKED;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Result;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Overlap;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

final class TendingService implements TendPosters {
  private final VenueRights rights;
  private final PosterRepository posters;
  private final Creations creations;
  private final InstantSource clock;

  TendingService(
      VenueRights rights, PosterRepository posters, Creations creations, InstantSource clock) {
    this.rights = rights;
    this.posters = posters;
    this.creations = creations;
    this.clock = clock;
  }

  @Override
  public Result<Poster> confirm(
      Caller.Resident manager, VenueId venue, PosterId poster, Optional<Instant> at) {
    return rights
        .asManager(manager, venue)
        .flatMap(own -> Result.of(posters.find(venue, poster), NOT_FOUND))
        .flatMap(found -> confirm(found, at.orElseGet(clock::instant)));
  }

  private Result<Poster> confirm(Poster poster, Instant at) {
    Instant now = clock.instant();
    if (at.isAfter(now) || at.isBefore(poster.issuedAt())) {
      throw new InvalidValue("at", Rule.OUT_OF_RANGE);
    }
    if (poster.isRevokedAt(now) || !posters.confirm(poster.venue(), poster.id(), at)) {
      return Result.denied(POSTER_REVOKED);
    }
    return Result.of(posters.find(poster.venue(), poster.id()), NOT_FOUND);
  }

  @Override
  public Result<Poster> replace(
      Caller.Resident applicant,
      VenueId venue,
      PosterId poster,
      Optional<PosterLabel> label,
      Overlap overlap,
      Optional<CreationKey> key) {
    return rights
        .asApplicantOfApproved(applicant, venue)
        .flatMap(
            approved ->
                creations.once(
                    key,
                    id ->
                        Result.of(posters.find(venue, poster), NOT_FOUND)
                            .flatMap(found -> replace(found, new PosterId(id), label, overlap)),
                    id -> Result.of(posters.find(venue, new PosterId(id)), NOT_FOUND)));
  }

  private Result<Poster> replace(
      Poster poster, PosterId fresh, Optional<PosterLabel> label, Overlap overlap) {
    Instant now = clock.instant();
    if (poster.succession().replacedBy().isPresent()) {
      return Result.denied(POSTER_REPLACED);
    }
    if (poster.isRevokedAt(now)) {
      return Result.denied(POSTER_REVOKED);
    }
    Poster successor = poster.successor(fresh, label, now);
    if (!posters.addSuccessor(successor)) {
      return Result.denied(POSTER_REPLACED);
    }
    boolean unused = posters.revoke(poster.venue(), poster.id(), now.plus(overlap.length()));
    return Result.done(successor);
  }
}
