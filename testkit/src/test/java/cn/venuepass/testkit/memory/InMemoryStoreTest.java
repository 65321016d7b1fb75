package cn.venuepass.testkit.memory;

import cn.venuepass.application.Stores;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.contract.AllStoreContracts;

class InMemoryStoreTest implements AllStoreContracts {
  private final Stores stores = InMemoryStore.create();
  private final MovableClock clock = MovableClock.monday();

  @Override
  public Stores stores() {
    return stores;
  }

  @Override
  public MovableClock clock() {
    return clock;
  }
}
