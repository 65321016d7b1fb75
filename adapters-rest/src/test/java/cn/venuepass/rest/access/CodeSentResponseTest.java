package cn.venuepass.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.access.CodeSent;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.rest.access.PhoneSessionsResource.CodeSentResponse;
import cn.venuepass.rest.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeSentResponseTest {
  @Test
  void onlyADemoShouldShowTheCode() throws JsonProcessingException {
    assertThat(json(Optional.empty())).isEqualTo("{\"expiresIn\":300}");
    assertThat(json(Optional.of(SignInCode.of(123_456))))
        .isEqualTo("{\"expiresIn\":300,\"demoCode\":\"123456\"}");
  }

  private static String json(Optional<SignInCode> shown) throws JsonProcessingException {
    var response = CodeSentResponse.of(new CodeSent(SignInCode.LIFE, shown));
    return Json.mapper().writeValueAsString(response);
  }
}
