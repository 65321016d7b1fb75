package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.ViewNoPhoneParity;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.TimeWindow;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How well a venue serves people without a phone; for managers and those who oversee it. */
@Path(ApiPaths.BASE + "/venues/{id}/no-phone-parity")
@Produces(MediaType.APPLICATION_JSON)
public final class NoPhoneParityResource {
  private static final Duration DEFAULT_WINDOW = Duration.ofDays(28);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

  private final ViewNoPhoneParity viewNoPhoneParity;
  private final InstantSource clock;

  public NoPhoneParityResource(ViewNoPhoneParity viewNoPhoneParity, InstantSource clock) {
    this.viewNoPhoneParity = viewNoPhoneParity;
    this.clock = clock;
  }

  @GET
  @Allowed({Role.RESIDENT, Role.REVIEWER, Role.SUPERVISOR})
  public NoPhoneParityResponse view(
      @Context Caller caller,
      @PathParam("id") UUID venue,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    var window = TimeWindow.read(from, to, DEFAULT_WINDOW, clock);
    if (!window.from().isBefore(window.to()) || window.length().compareTo(LONGEST_WINDOW) > 0) {
      throw new InvalidValue("from", Rule.OUT_OF_RANGE);
    }
    return viewNoPhoneParity
        .view(caller, new VenueId(venue), window.from(), window.to())
        .map(parity -> NoPhoneParityResponse.of(parity, window))
        .orElseThrow(ProblemException::of);
  }
}
