package cn.venuepass.rest.coverage;

import cn.venuepass.application.coverage.BlindSpotRepository.Listed;
import cn.venuepass.application.coverage.BlindSpotRepository.Past;
import cn.venuepass.application.coverage.ViewBlindSpots.WithHistory;
import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpot.Closing;
import cn.venuepass.domain.coverage.BlindSpotStep;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.Owner;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.VenueId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of the ledger.
 *
 * @param history what became of it; where one task is asked for
 */
public record BlindSpotResponse(
    UUID id,
    @Nullable UUID placeId,
    @Nullable UUID venueId,
    String name,
    String type,
    String communityCode,
    Gap gap,
    Instant since,
    Instant dueAt,
    OwnerResponse owner,
    Owner.Level level,
    boolean overdue,
    @Nullable Instant closedAt,
    @Nullable ClosingResponse closing,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PastResponse> history) {

  public static BlindSpotResponse of(Listed listed, Instant now) {
    return of(listed, now, null);
  }

  public static BlindSpotResponse of(WithHistory found, Instant now) {
    return of(found.listed(), now, found.history().stream().map(PastResponse::of).toList());
  }

  private static BlindSpotResponse of(
      Listed listed, Instant now, @Nullable List<PastResponse> history) {
    BlindSpot task = listed.task();
    return new BlindSpotResponse(
        task.id().value(),
        task.subject().place().map(SurveyPlaceId::value).orElse(null),
        task.subject().venue().map(VenueId::value).orElse(null),
        listed.name().text(),
        listed.type().text(),
        listed.community().text(),
        task.gap(),
        task.since(),
        task.dueAt(),
        OwnerResponse.of(task.owner()),
        task.owner().level(),
        task.isOpen() && task.isOverdue(now),
        task.closing().map(Closing::at).orElse(null),
        task.closing().map(ClosingResponse::of).orElse(null),
        history);
  }

  /** A division by its code and name, or an industry department by its name. */
  public record OwnerResponse(String kind, @Nullable String code, String name) {
    static OwnerResponse of(Owner owner) {
      return owner instanceof Owner.OfDivision own
          ? new OwnerResponse("DIVISION", own.division().code().text(), own.division().name())
          : new OwnerResponse("DEPARTMENT", null, ((Owner.OfDepartment) owner).name());
    }
  }

  /** Why it is closed: by itself, or by somebody with a reason that holds until a time. */
  public record ClosingResponse(
      String kind,
      @Nullable String reason,
      @Nullable String evidence,
      @Nullable UUID by,
      @Nullable Instant until) {
    static ClosingResponse of(Closing closing) {
      return closing
          .excuse()
          .map(
              excuse ->
                  new ClosingResponse(
                      "EXCUSED",
                      excuse.words().reason(),
                      excuse.words().evidence().orElse(null),
                      excuse.by().value(),
                      excuse.until()))
          .orElseGet(() -> new ClosingResponse("CLOSED_ITSELF", null, null, null, null));
    }

    @Override
    public String toString() {
      return "ClosingResponse[***]";
    }
  }

  public record PastResponse(BlindSpotStep.What what, Instant at, OwnerResponse owner) {
    static PastResponse of(Past past) {
      return new PastResponse(past.what(), past.at(), OwnerResponse.of(past.owner()));
    }
  }
}
