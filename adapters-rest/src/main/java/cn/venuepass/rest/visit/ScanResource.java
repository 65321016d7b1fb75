package cn.venuepass.rest.visit;

import cn.venuepass.application.visit.RegisterScan;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.AtTheDoor;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.operation.RequestIds;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A resident scans a poster, for family members who come along too. */
@Path(ApiPaths.BASE + "/scans")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ScanResource {
  private final RegisterScan registerScan;

  private final Executor workers;

  /**
   * The resource.
   *
   * @param workers write the answers, once scans are stored
   */
  public ScanResource(RegisterScan registerScan, Executor workers) {
    this.registerScan = registerScan;
    this.workers = workers;
  }

  @POST
  @Allowed(Role.RESIDENT)
  @AtTheDoor
  public CompletionStage<ScanResponse> scan(
      @Context Caller.Resident caller, @Context Messages messages, ScanRequest request) {
    var fields = new Fields();
    var scan = fields.required("scanId", request.scanId(), ScanId::new);
    var code = fields.required("code", request.code(), Function.<String>identity());
    var companions = fields.optional("companions", request.companions(), ScanResource::companions);
    fields.verify();
    return onWorker(
            registerScan.register(
                caller, scan.get(), code.get(), companions.get().orElse(List.of())))
        .thenApply(
            result ->
                result
                    .map(record -> ScanResponse.of(record, messages))
                    .orElseThrow(ProblemException::of));
  }

  /** Whoever stores scans has better things to do than to write answers. */
  private <T> CompletionStage<T> onWorker(CompletionStage<T> answer) {
    CompletableFuture<T> future = answer.toCompletableFuture();
    return future.isDone()
        ? future
        : future.whenCompleteAsync((result, failure) -> {}, RequestIds.carriedTo(workers));
  }

  private static List<FamilyLinkId> companions(List<@Nullable String> ids) {
    List<FamilyLinkId> companions =
        ids.stream().map(id -> new FamilyLinkId(Fields.id(String.valueOf(id)))).distinct().toList();
    if (companions.size() > FamilyLink.MOST) {
      throw new InvalidValue("companions", Rule.TOO_MANY);
    }
    return companions;
  }

  record ScanRequest(
      @Nullable String scanId,
      @Nullable String code,
      @Nullable List<@Nullable String> companions) {}
}
