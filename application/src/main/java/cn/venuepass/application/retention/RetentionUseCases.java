package cn.venuepass.application.retention;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import java.time.InstantSource;

/** Everything about forgetting. */
public record RetentionUseCases(PurgeData purgeData, ViewRetentionReports viewReports) {

  public static RetentionUseCases over(Stores stores, IdGenerator ids, InstantSource clock) {
    var service = new RetentionService(stores.dataPurge(), stores.retentionReports(), ids, clock);
    return new RetentionUseCases(service, service);
  }
}
