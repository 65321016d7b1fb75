package cn.venuepass.rest;

import static java.lang.reflect.Proxy.newProxyInstance;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Stores;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.memory.InMemoryStore;
import cn.venuepass.testkit.memory.RebuiltStores;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the world behind the API breaks, clients get a short problem and no look inside. */
class BrokenWorldTest {
  private static final String SECRET = "a-secret-of-the-inside";

  @Test
  void aStoreThatDoesNotAnswerShouldBeTriedAgain() {
    Answer answer = signIn(new TemporarilyUnavailable(SECRET));
    answer.expectProblem(503, "UNAVAILABLE");
    assertThat(answer.header("retry-after")).isEqualTo("1");
    assertThat(answer.text()).doesNotContain(SECRET);
  }

  @Test
  void aFailureShouldShowNoStackTrace() {
    Answer answer = signIn(new IllegalStateException(SECRET));
    answer.expectProblem(500, "INTERNAL_ERROR");
    assertThat(answer.text()).doesNotContain(SECRET, "Exception", "at cn.venuepass");
  }

  private static Answer signIn(RuntimeException failure) {
    try (RunningApi server = RunningApi.overBroken(failing(failure))) {
      return server.uncheckedClient().post("/sessions/wechat", Map.of("code", "demo:somebody"));
    }
  }

  /** Stores of which the first that a sign-in asks fails so. */
  static Stores failing(RuntimeException failure) {
    AccountRepository accounts =
        (AccountRepository)
            newProxyInstance(
                AccountRepository.class.getClassLoader(),
                new Class<?>[] {AccountRepository.class},
                (proxy, method, arguments) -> {
                  throw failure;
                });
    return RebuiltStores.with(InMemoryStore.create(), AccountRepository.class, accounts);
  }
}
