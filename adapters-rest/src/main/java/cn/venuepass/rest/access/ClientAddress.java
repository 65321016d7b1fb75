package cn.venuepass.rest.access;

/** The network address that a request comes from; a personal value, so it does not print. */
public record ClientAddress(String text) {
  /** Under which the gate leaves it for those behind. */
  public static final String ATTRIBUTE = ClientAddress.class.getName();

  @Override
  public String toString() {
    return "ClientAddress[***]";
  }
}
