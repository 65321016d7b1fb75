package cn.venuepass.rest.cases;

import cn.venuepass.application.cases.SetTraceRules;
import cn.venuepass.application.tracing.TraceParametersRepository.Made;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.TraceParameters;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of traces. */
@Path(ApiPaths.BASE + "/trace-parameters")
@Produces(MediaType.APPLICATION_JSON)
public final class TraceParametersResource {
  private final SetTraceRules rules;

  public TraceParametersResource(SetTraceRules rules) {
    this.rules = rules;
  }

  @GET
  @Allowed({Role.TRACER, Role.ADMIN})
  public ParametersResponse current() {
    return ParametersResponse.of(rules.current());
  }

  @GET
  @Path("history")
  @Allowed({Role.TRACER, Role.ADMIN})
  public ItemsResponse<VersionResponse> history() {
    return new ItemsResponse<>(rules.history().stream().map(VersionResponse::of).toList());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.ADMIN)
  public ParametersResponse set(@Context Caller.Staff caller, ParametersRequest request) {
    return rules
        .set(caller, request.next())
        .map(ParametersResponse::of)
        .orElseThrow(ProblemException::of);
  }

  /**
   * The next version.
   *
   * @param version the one that it follows
   */
  record ParametersRequest(
      @Nullable Integer version,
      @Nullable Integer minimumOverlapMinutes,
      @Nullable Integer beforeOnsetHours,
      @Nullable Map<String, @Nullable Integer> typeWeights,
      @Nullable List<@Nullable String> secondRingGrades,
      @Nullable Integer secondRingSources,
      @Nullable Integer mostContacts) {
    TraceParameters next() {
      var fields = new Fields();
      var before = fields.required("version", version, ParametersRequest::version);
      var overlap =
          fields.required(
              "minimumOverlapMinutes", minimumOverlapMinutes, Function.<Integer>identity());
      var onset =
          fields.required("beforeOnsetHours", beforeOnsetHours, Function.<Integer>identity());
      var weights = fields.required("typeWeights", typeWeights, ParametersRequest::weights);
      var grades = fields.required("secondRingGrades", secondRingGrades, ParametersRequest::grades);
      var sources =
          fields.required("secondRingSources", secondRingSources, Function.<Integer>identity());
      var most = fields.required("mostContacts", mostContacts, Function.<Integer>identity());
      fields.verify();
      return new TraceParameters(
          before.get() + 1,
          Duration.ofMinutes(overlap.get()),
          Duration.ofHours(onset.get()),
          weights.get(),
          grades.get(),
          sources.get(),
          most.get());
    }

    private static int version(int version) {
      if (version < 1 || version == Integer.MAX_VALUE) {
        throw new InvalidValue("version", Rule.OUT_OF_RANGE);
      }
      return version;
    }

    private static Map<VenueTypeCode, Integer> weights(Map<String, @Nullable Integer> raw) {
      return raw.entrySet().stream()
          .collect(
              Collectors.toMap(
                  entry -> new VenueTypeCode(entry.getKey()),
                  entry -> {
                    @Nullable Integer weight = entry.getValue();
                    if (weight == null) {
                      throw new InvalidValue("typeWeights", Rule.REQUIRED);
                    }
                    return weight;
                  }));
    }

    private static Set<ContactGrade> grades(List<@Nullable String> raw) {
      return raw.stream()
          .map(name -> Fields.oneOf(ContactGrade.class).apply(name == null ? "" : name))
          .collect(Collectors.toSet());
    }
  }

  record ParametersResponse(
      int version,
      long minimumOverlapMinutes,
      long beforeOnsetHours,
      Map<String, Integer> typeWeights,
      List<ContactGrade> secondRingGrades,
      int secondRingSources,
      int mostContacts) {
    static ParametersResponse of(TraceParameters rules) {
      Map<String, Integer> weights = new TreeMap<>();
      rules.typeWeights().forEach((type, weight) -> weights.put(type.text(), weight));
      return new ParametersResponse(
          rules.version(),
          rules.minimumOverlap().toMinutes(),
          rules.beforeOnset().toHours(),
          weights,
          rules.secondRingGrades().stream().sorted().toList(),
          rules.secondRingSources(),
          rules.mostContacts());
    }
  }

  /** A version, and whose it is. */
  record VersionResponse(@JsonUnwrapped ParametersResponse parameters, UUID by, Instant at) {
    static VersionResponse of(Made made) {
      return new VersionResponse(
          ParametersResponse.of(made.parameters()), made.by().value(), made.at());
    }
  }
}
