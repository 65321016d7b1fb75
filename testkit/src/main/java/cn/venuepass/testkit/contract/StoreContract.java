package cn.venuepass.testkit.contract;

import cn.venuepass.application.Stores;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.StoreFixtures;

/** What a contract of stores needs; a test class per technology gives it. */
public interface StoreContract {
  Stores stores();

  /** The clock after which the store works. */
  MovableClock clock();

  default StoreFixtures fixtures() {
    return new StoreFixtures(stores(), clock());
  }
}
