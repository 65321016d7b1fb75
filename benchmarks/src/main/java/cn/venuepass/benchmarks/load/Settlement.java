package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.Api;
import cn.venuepass.benchmarks.load.generator.World;
import cn.venuepass.domain.person.ResidentIdNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Real-named residents, and approved venues with posters at their doors, made through the API. */
final class Settlement {
  private static final String COMMUNITY = "659002001001";
  private static final String REGION = "659002";
  private static final String DEMO_PASSWORD = "venuepass-demo";
  private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1880, 1, 1);
  private static final int AT_ONCE = 16;

  private final int port;
  private final Api api;
  private final int residents;
  private final List<String> in = new ArrayList<>();
  private final List<String> out = new ArrayList<>();

  private Settlement(int port, int residents) {
    this.port = port;
    this.api = new Api(port);
    this.residents = residents;
  }

  /** Prepares a demo that is new. */
  static Settlement at(int port, int residents, int venues) {
    var settlement = new Settlement(port, residents);
    settlement.openVenues(venues);
    List<Integer> registered = settlement.each(settlement::register);
    if (registered.size() != residents) {
      throw new IllegalStateException("residents are missing");
    }
    return settlement;
  }

  /** The world as it is, everybody with a token that was issued just now. */
  World world() {
    return new World(port, each(i -> api.resident(name(i))), in, out);
  }

  private void openVenues(int venues) {
    String keeper = api.resident("sample-keeper");
    String reviewer = api.staff("reviewer", DEMO_PASSWORD);
    for (int i = 0; i < venues; i++) {
      Map<String, Object> application =
          Map.of(
              "name",
              "样本宾馆" + i,
              "type",
              "HOTEL",
              "contactName",
              "王样本",
              "contactPhone",
              "13800000001",
              "communityCode",
              COMMUNITY,
              "address",
              "塔里木大道" + i + "号",
              "tracksExits",
              true);
      String venue = "/venues/" + api.post("/venues", keeper, application).path("id").asText();
      api.post(venue + "/approval", reviewer, Map.of());
      in.add(poster(venue, keeper, "IN"));
      out.add(poster(venue, keeper, "OUT"));
    }
  }

  private String poster(String venue, String keeper, String direction) {
    return api.post(venue + "/posters", keeper, Map.of("direction", direction))
        .path("url")
        .asText();
  }

  private int register(int i) {
    api.put(
        "/me/identity",
        api.resident(name(i)),
        Map.of(
            "name", "艾力样本",
            "idNumber", idNumber(i),
            "phone", "13800000000",
            "consentVersion", "2026-1"));
    return i;
  }

  private static String name(int i) {
    return "sample-" + i;
  }

  /** The ID number of somebody who does not exist. */
  private static String idNumber(int i) {
    String digits =
        REGION
            + FIRST_BIRTHDAY.plusDays(i / 1_000).format(DateTimeFormatter.BASIC_ISO_DATE)
            + "%03d".formatted(i % 1_000);
    return digits + ResidentIdNumber.checkCharacter(digits);
  }

  private <T> List<T> each(IntFunction<T> work) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<T>> tasks =
          IntStream.range(0, residents).<Callable<T>>mapToObj(i -> () -> work.apply(i)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      List<Runnable> unused = threads.shutdownNow();
    }
  }
}
