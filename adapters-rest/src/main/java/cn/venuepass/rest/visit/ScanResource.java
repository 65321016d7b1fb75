package cn.venuepass.rest.visit;

import cn.venuepass.application.visit.RegisterScan;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A resident scans a poster. */
@Path(ApiPaths.BASE + "/scans")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ScanResource {
  private final RegisterScan registerScan;

  public ScanResource(RegisterScan registerScan) {
    this.registerScan = registerScan;
  }

  @POST
  @Allowed(Role.RESIDENT)
  public ScanResponse scan(
      @Context Caller.Resident caller, @Context Messages messages, ScanRequest request) {
    var fields = new Fields();
    var scan = fields.required("scanId", request.scanId(), ScanId::new);
    var code = fields.required("code", request.code(), Function.<String>identity());
    fields.verify();
    return registerScan
        .register(caller, scan.get(), code.get())
        .map(record -> ScanResponse.of(record, messages))
        .orElseThrow(ProblemException::of);
  }

  record ScanRequest(@Nullable String scanId, @Nullable String code) {}
}
