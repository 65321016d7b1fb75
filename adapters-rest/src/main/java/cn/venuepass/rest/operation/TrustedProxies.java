package cn.venuepass.rest.operation;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The proxies whose word on the client counts. What others say in X-Forwarded-For is ignored, since
 * anybody can write there.
 */
public final class TrustedProxies {
  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  private final Networks networks;

  private TrustedProxies(Networks networks) {
    this.networks = networks;
  }

  /** Nobody's word counts. */
  public static TrustedProxies none() {
    return new TrustedProxies(Networks.none());
  }

  /**
   * The networks of a list with commas, such as {@code 10.0.0.0/8,::1/128}.
   *
   * @throws IllegalArgumentException when a part is no network
   */
  public static TrustedProxies of(String text) {
    return new TrustedProxies(Networks.of(text));
  }

  boolean trusts(String address) {
    return networks.hold(address);
  }

  /** The client: the last hop that no trusted proxy made. */
  String clientOf(String remote, Iterable<String> forwardedFor) {
    String client = remote;
    if (trusts(remote)) {
      List<String> hops = Arrays.asList(String.join(",", forwardedFor).split(","));
      for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
        String hop = hops.get(i).strip();
        if (Networks.address(hop).isEmpty()) {
          break;
        }
        client = hop;
      }
    }
    return client;
  }

  /**
   * The client as requests are counted: of an IPv6 address its network of 64 bits, since a
   * household has all of it.
   */
  static String counted(String client) {
    return Networks.address(client)
        .map(InetAddress::getAddress)
        .map(
            bytes ->
                bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64"
                    : client)
        .orElse(client);
  }
}
