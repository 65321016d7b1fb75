package cn.venuepass.rest.retention;

import cn.venuepass.application.retention.ViewRetentionReports;
import cn.venuepass.domain.access.Role;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.PageResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What was forgotten, and when. */
@Path(ApiPaths.BASE + "/retention/reports")
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionReportsResource {
  private final ViewRetentionReports reports;

  public RetentionReportsResource(ViewRetentionReports reports) {
    this.reports = reports;
  }

  @GET
  @Allowed({Role.ADMIN, Role.AUDITOR})
  public PageResponse<RetentionReportResponse> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        reports.list(PageResponse.request(limit, cursor)), RetentionReportResponse::of);
  }
}
