package cn.venuepass.rest.access;

/** The network address that a request comes from; a personal value, so it does not print. */
public record ClientAddress(String text) {
  @Override
  public String toString() {
    return "ClientAddress[***]";
  }
}
