package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.application.tracing.TraceParametersRepository.Made;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.TraceParameters;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link TraceParametersRepository}; tests share one history, which only grows. */
public interface TraceParametersContract extends StoreContract {

  @Test
  default void theFirstVersionShouldBeThereThoughNobodyMadeIt() {
    assertThat(parameters().find(TraceParameters.DEFAULT.version()))
        .contains(TraceParameters.DEFAULT);
    assertThat(parameters().find(Integer.MAX_VALUE)).isEmpty();
    assertThat(parameters().list())
        .extracting(made -> made.parameters().version())
        .doesNotContain(TraceParameters.DEFAULT.version());
  }

  @Test
  default void theLatestVersionShouldHoldAndEarlierOnesStay() {
    Made one = next(Map.of());
    assertThat(parameters().add(one)).isTrue();
    Made two = next(Map.of(new VenueTypeCode("CLINIC"), 300, new VenueTypeCode("MARKET"), 150));
    assertThat(parameters().add(two)).isTrue();
    assertThat(parameters().current()).isEqualTo(two.parameters());
    assertThat(parameters().find(one.parameters().version())).contains(one.parameters());
    assertThat(parameters().list()).startsWith(two, one);
  }

  @Test
  default void ofTwoVersionsWithOneNumberOneShouldBeKept() {
    Made one = next(Map.of());
    Made other =
        new Made(
            one.parameters(), new StaffId(UUID.randomUUID()), clock().instant().plusSeconds(1));
    List<Boolean> added = AtOnce.run(2, call -> parameters().add(call == 0 ? one : other));
    assertThat(added).containsExactlyInAnyOrder(true, false);
    assertThat(parameters().list().get(0)).isEqualTo(added.get(0) ? one : other);
    assertThat(parameters().add(one)).isFalse();
  }

  private Made next(Map<VenueTypeCode, Integer> weights) {
    return new Made(
        new TraceParameters(
            parameters().current().version() + 1,
            Duration.ofMinutes(15),
            Duration.ofDays(2),
            weights,
            Set.of(ContactGrade.CERTAIN),
            300,
            10_000),
        new StaffId(UUID.randomUUID()),
        clock().instant());
  }

  private TraceParametersRepository parameters() {
    return stores().traceParameters();
  }
}
