package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.ViewDevices;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.gate.GateDevice;
import cn.venuepass.domain.gate.ReceivedSequence.Run;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The devices at a venue's gates, and what has not arrived from them; for managers. */
@Path(ApiPaths.BASE + "/venues/{id}/devices")
@Produces(MediaType.APPLICATION_JSON)
public final class DevicesResource {
  private static final int MOST_GAPS = 100;

  private final ViewDevices viewDevices;

  public DevicesResource(ViewDevices viewDevices) {
    this.viewDevices = viewDevices;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public ItemsResponse<DeviceResponse> list(
      @Context Caller.Resident caller, @PathParam("id") UUID venue) {
    return viewDevices
        .list(caller, new VenueId(venue))
        .map(list -> new ItemsResponse<>(list.stream().map(DeviceResponse::of).toList()))
        .orElseThrow(ProblemException::of);
  }

  /**
   * A device.
   *
   * @param missing how many numbers have not arrived, in all gaps
   * @param gaps the last hundred
   */
  record DeviceResponse(
      String deviceId, long lastSequence, long missing, List<GapResponse> gaps, Instant lastSeen) {
    static DeviceResponse of(GateDevice device) {
      List<Run> gaps = device.received().gaps();
      return new DeviceResponse(
          device.id().text(),
          device.received().last(),
          gaps.stream().mapToLong(Run::length).sum(),
          gaps.stream()
              .skip(Math.max(0, gaps.size() - MOST_GAPS))
              .map(gap -> new GapResponse(gap.first(), gap.last()))
              .toList(),
          device.lastSeen());
    }
  }

  /** Numbers that have not arrived, both ends included. */
  record GapResponse(long from, long to) {}
}
