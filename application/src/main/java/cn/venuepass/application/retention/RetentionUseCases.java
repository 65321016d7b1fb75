package cn.venuepass.application.retention;

import cn.venuepass.application.IdGenerator;
import java.time.InstantSource;

/** Everything about forgetting. */
public record RetentionUseCases(PurgeData purgeData, ViewRetentionReports viewReports) {

  public static RetentionUseCases over(
      DataPurge data, RetentionReports reports, IdGenerator ids, InstantSource clock) {
    var service = new RetentionService(data, reports, ids, clock);
    return new RetentionUseCases(service, service);
  }
}
