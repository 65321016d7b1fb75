package cn.venuepass.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks over HTTP and waits so long: for the connection, and for the whole answer with its body.
 * Addresses and bodies may hold secrets, so nothing is logged and no failure names them.
 */
final class TimedHttp {
  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;

  private final HttpClient http;
  private final Duration whole;

  TimedHttp(Duration connect, Duration read) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect)
            .build();
    this.whole = connect.plus(read);
  }

  /** What came back. */
  record Answer(int status, String body) {
    boolean isSuccess() {
      return status / HUNDRED == SUCCESS;
    }

    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  HttpClient client() {
    return http;
  }

  /**
   * Sends a request.
   *
   * @throws NoAnswer when there is no connection or no whole answer in time
   */
  Answer send(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> call =
        http.sendAsync(request, BodyHandlers.ofString(UTF_8));
    try {
      HttpResponse<String> response = call.get(whole.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      throw new NoAnswer("no answer in time");
    } catch (ExecutionException e) {
      throw new NoAnswer("no connection");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("interrupted");
    } finally {
      boolean unused = call.cancel(true);
    }
  }
}
