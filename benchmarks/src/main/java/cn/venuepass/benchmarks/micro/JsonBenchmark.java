package cn.venuepass.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.rest.json.Json;
import cn.venuepass.rest.visit.ScanResource;
import cn.venuepass.rest.visit.ScanResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A scan read and answered as JSON, with the API's own mapper and types. */
@State(Scope.Thread)
public class JsonBenchmark {
  private final ObjectMapper json = Json.mapper();
  private final Class<?> request =
      Arrays.stream(ScanResource.class.getDeclaredClasses())
          .filter(type -> type.getSimpleName().equals("ScanRequest"))
          .findFirst()
          .orElseThrow();
  private final byte[] asked =
      """
      {"scanId":"0192f0c1-2345-7000-8000-123456789abc",\
      "code":"https://venuepass.example/s/0123456789ABCDEFGHJKMNPQRSTVWXYZ01234567"}"""
          .getBytes(UTF_8);
  private final ScanResponse answer =
      new ScanResponse(
          "0192f0c1-2345-7000-8000-123456789abc",
          ScanOutcome.Kind.ENTERED,
          "登记成功",
          null,
          new ScanResponse.VenueReference(new UUID(1, 2), "塔里木宾馆"),
          Direction.IN,
          Instant.parse("2026-11-22T00:00:00Z"),
          null,
          null,
          new UUID(3, 4),
          null,
          null);

  @Benchmark
  public Object readScan() throws IOException {
    return json.readValue(asked, request);
  }

  @Benchmark
  public byte[] writeAnswer() throws IOException {
    return json.writeValueAsBytes(answer);
  }
}
