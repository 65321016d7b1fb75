package cn.venuepass.testkit.memory;

import cn.venuepass.application.photo.PhotoStore;
import cn.venuepass.testkit.contract.PhotoStoreContract;

class InMemoryPhotoStoreTest implements PhotoStoreContract {
  private final PhotoStore photos = new InMemoryPhotoStore();

  @Override
  public PhotoStore photos() {
    return photos;
  }
}
