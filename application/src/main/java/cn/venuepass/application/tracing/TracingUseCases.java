package cn.venuepass.application.tracing;

import cn.venuepass.application.Stores;

/** Everything that finds contacts. */
public record TracingUseCases(FindContacts findContacts) {

  public static TracingUseCases over(Stores stores) {
    return new TracingUseCases(new ContactService(stores.contactSearch()));
  }
}
