package cn.venuepass.rest.operation;

import static java.util.function.Predicate.not;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies whose word on the client counts. What others say in X-Forwarded-For is ignored, since
 * anybody can write there.
 */
public final class TrustedProxies {
  private static final Pattern LITERAL =
      Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  private final List<Network> networks;

  private TrustedProxies(List<Network> networks) {
    this.networks = networks;
  }

  /** Nobody's word counts. */
  public static TrustedProxies none() {
    return new TrustedProxies(List.of());
  }

  /**
   * The networks of a list with commas, such as {@code 10.0.0.0/8,::1/128}.
   *
   * @throws IllegalArgumentException when a part is no network
   */
  public static TrustedProxies of(String text) {
    return new TrustedProxies(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(not(String::isEmpty))
            .map(Network::of)
            .toList());
  }

  boolean trusts(String address) {
    return parsed(address).filter(this::trusts).isPresent();
  }

  /**
   * The client as requests are counted: the last hop that no trusted proxy made; of an IPv6 address
   * its network of 64 bits, since a household has all of it.
   */
  String clientOf(String remote, Iterable<String> forwardedFor) {
    String client = remote;
    if (trusts(remote)) {
      List<String> hops = Arrays.asList(String.join(",", forwardedFor).split(","));
      for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
        String hop = hops.get(i).strip();
        if (parsed(hop).isEmpty()) {
          break;
        }
        client = hop;
      }
    }
    return counted(client);
  }

  private static String counted(String client) {
    return parsed(client)
        .map(InetAddress::getAddress)
        .map(
            bytes ->
                bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64"
                    : client)
        .orElse(client);
  }

  private boolean trusts(InetAddress address) {
    return networks.stream().anyMatch(network -> network.holds(address.getAddress()));
  }

  /** Looks no name up. */
  private static Optional<InetAddress> parsed(String text) {
    String bare = text.replaceFirst("%.*", "");
    if (!LITERAL.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Network(byte[] base, int bits) {
    static Network of(String text) {
      String[] parts = text.split("/", 2);
      byte[] base =
          parsed(parts[0])
              .orElseThrow(() -> new IllegalArgumentException("no network"))
              .getAddress();
      int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : base.length * 8;
      if (bits < 0 || bits > base.length * 8) {
        throw new IllegalArgumentException("no network");
      }
      return new Network(base, bits);
    }

    boolean holds(byte[] address) {
      if (address.length != base.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if (((address[bit / 8] ^ base[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
