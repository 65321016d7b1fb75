package cn.venuepass.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Denial;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMapperTest {
  @ParameterizedTest
  @CsvSource({"PT0.000000001S, 1", "PT1S, 1", "PT1.5S, 2", "PT1H12M, 4320"})
  void whoMustWaitShouldBeToldHowManyWholeSeconds(Duration wait, String seconds) {
    var problem = ProblemException.of(new Denial.TooManyRequests(wait));
    try (var response = new ProblemMapper().toResponse(problem)) {
      assertThat(response.getStatus()).isEqualTo(429);
      assertThat(response.getHeaderString(HttpHeaders.RETRY_AFTER)).isEqualTo(seconds);
    }
  }

  @Test
  void anAnswerThatCannotBeWrittenShouldBeNoFaultOfTheRequest() {
    assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(Map.of("day", LocalDate.EPOCH)))
        .isInstanceOfSatisfying(
            JacksonException.class,
            failure -> {
              try (var response = new ProblemMapper().toResponse(failure)) {
                assertThat(response.getStatus()).isEqualTo(500);
              }
            });
    assertThatThrownBy(() -> new ObjectMapper().readValue("{", Map.class))
        .isInstanceOfSatisfying(
            JacksonException.class,
            failure -> {
              try (var response = new ProblemMapper().toResponse(failure)) {
                assertThat(response.getStatus()).isEqualTo(400);
              }
            });
  }
}
