package cn.venuepass.rest.operation;

import static java.util.function.Predicate.not;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parts of the internet, such as 10.0.0.0/8. */
public final class Networks {
  private static final Pattern LITERAL =
      Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private final List<Network> networks;

  private Networks(List<Network> networks) {
    this.networks = networks;
  }

  /** The networks without any address. */
  public static Networks none() {
    return new Networks(List.of());
  }

  /**
   * The networks of a list with commas, such as {@code 10.0.0.0/8,::1/128}.
   *
   * @throws IllegalArgumentException when a part is no network
   */
  public static Networks of(String text) {
    return new Networks(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(not(String::isEmpty))
            .map(Network::of)
            .toList());
  }

  boolean hold(String address) {
    return address(address)
        .map(InetAddress::getAddress)
        .filter(bytes -> networks.stream().anyMatch(network -> network.holds(bytes)))
        .isPresent();
  }

  /** The address, unless the text is none; looks no name up. */
  static Optional<InetAddress> address(String text) {
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
          address(parts[0])
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
