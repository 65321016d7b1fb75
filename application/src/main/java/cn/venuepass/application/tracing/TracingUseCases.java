package cn.venuepass.application.tracing;

/** Everything that finds contacts. */
public record TracingUseCases(FindContacts findContacts) {

  public static TracingUseCases over(ContactSearch search) {
    return new TracingUseCases(new ContactService(search));
  }
}
