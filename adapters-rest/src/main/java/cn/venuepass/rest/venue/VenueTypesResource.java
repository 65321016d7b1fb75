package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.BrowseReferenceData;
import cn.venuepass.application.venue.MaintainVenueTypes;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.SignedIn;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The classification of venues, for everybody who is signed in to choose from; administrators of
 * the whole tree keep it.
 */
@Path(ApiPaths.BASE + "/venue-types")
@Produces(MediaType.APPLICATION_JSON)
public final class VenueTypesResource {
  private final BrowseReferenceData reference;
  private final MaintainVenueTypes types;

  public VenueTypesResource(BrowseReferenceData reference, MaintainVenueTypes types) {
    this.reference = reference;
    this.types = types;
  }

  @GET
  @SignedIn
  public ItemsResponse<VenueTypeResponse> list() {
    return new ItemsResponse<>(reference.venueTypes().stream().map(VenueTypeResponse::of).toList());
  }

  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.ADMIN)
  public VenueTypeResponse save(
      @Context Caller.Staff caller, @PathParam("code") String code, VenueTypeRequest request) {
    return types
        .save(caller, request.read(code))
        .map(VenueTypeResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @DELETE
  @Path("{code}")
  @Allowed(Role.ADMIN)
  public void remove(@Context Caller.Staff caller, @PathParam("code") String code) {
    var fields = new Fields();
    var type = fields.required("code", code, VenueTypeCode::new);
    fields.verify();
    types.remove(caller, type.get()).orElseThrow(ProblemException::of);
  }

  /** A venue type; stays in minutes. */
  record VenueTypeRequest(
      @Nullable String name,
      @Nullable String department,
      @Nullable Integer typicalStayMinutes,
      @Nullable Integer maximumStayMinutes,
      @Nullable Integer reentryGapMinutes) {

    VenueType read(String code) {
      var fields = new Fields();
      var type = fields.required("code", code, VenueTypeCode::new);
      var label = fields.required("name", name, Function.<String>identity());
      var supervisor = fields.required("department", department, Function.<String>identity());
      var typical = fields.required("typicalStayMinutes", typicalStayMinutes, this::minutes);
      var maximum = fields.required("maximumStayMinutes", maximumStayMinutes, this::minutes);
      var gap = fields.required("reentryGapMinutes", reentryGapMinutes, this::minutes);
      fields.verify();
      return new VenueType(
          type.get(),
          label.get(),
          supervisor.get(),
          new StayRules(typical.get(), maximum.get(), gap.get()));
    }

    private Duration minutes(int minutes) {
      if (minutes < 1) {
        throw new InvalidValue("minutes", Rule.OUT_OF_RANGE);
      }
      return Duration.ofMinutes(minutes);
    }
  }
}
