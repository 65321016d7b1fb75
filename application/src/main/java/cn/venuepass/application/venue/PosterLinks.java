package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterCodes;
import java.net.URI;
import java.util.Locale;

/** The URLs of posters: {@code <public base>/s/<code>}. */
public final class PosterLinks {
  private final String publicBase;
  private final PosterCodes codes;

  /**
   * @param publicBase scheme, host and port under which people reach this service, without a path:
   *     whatever stands in a picture is in upper case, and only those parts do not mind
   */
  public PosterLinks(URI publicBase, PosterCodes codes) {
    if (!isOrigin(publicBase)) {
      throw new IllegalArgumentException("a public base is http(s), a host, perhaps a port");
    }
    this.publicBase = publicBase.toString();
    this.codes = codes;
  }

  /** Whether the address is nothing but scheme, host and port. */
  public static boolean isOrigin(URI address) {
    return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawPath().isEmpty()
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  public String urlOf(Poster poster) {
    return publicBase + "/s/" + codes.codeOf(poster.id());
  }

  /** The URL as it stands in the picture: upper case, which QR codes store in half the space. */
  String printedUrlOf(Poster poster) {
    return urlOf(poster).toUpperCase(Locale.ROOT);
  }
}
