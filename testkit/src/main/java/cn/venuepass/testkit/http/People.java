package cn.venuepass.testkit.http;

import cn.venuepass.domain.person.ResidentIdNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the people of a journey say of themselves and of their venues. */
public final class People {
  public static final String COMMUNITY = "659002001001";
  public static final String OTHER_COMMUNITY = "659002002001";

  private People() {}

  /** A name that nobody has signed in with before. */
  public static String somebody() {
    return "sample-" + UUID.randomUUID();
  }

  public static Map<String, Object> identity(ResidentIdNumber idNumber) {
    return Map.of(
        "name", "阿依古丽",
        "idNumber", idNumber.text(),
        "phone", "13800000000",
        "consentVersion", "2026-1");
  }

  /** An application with the notice's six fields. */
  public static Map<String, Object> hotel(String community) {
    return Map.of(
        "name", "塔里木宾馆",
        "type", "HOTEL",
        "contactName", "王样本",
        "contactPhone", "13800000001",
        "communityCode", community,
        "address", "塔里木大道1号");
  }

  /** The same in the demo's community, with people who scan out too. */
  public static Map<String, Object> hotelTrackingExits() {
    Map<String, Object> application = new HashMap<>(hotel(COMMUNITY));
    application.put("tracksExits", true);
    return application;
  }

  public static Map<String, Object> scan(String url) {
    return Map.of("scanId", UUID.randomUUID().toString(), "code", url);
  }
}
