package cn.venuepass.testkit.memory;

import cn.venuepass.application.directory.SignWords;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.VenueName;
import java.util.Locale;
import java.util.Optional;

/** What stands over the doors of venues and places. */
final class Signs {
  private Signs() {}

  /** Whether the words stand in the name or in the address; no words stand anywhere. */
  static boolean say(Optional<SignWords> words, VenueName name, Address address) {
    return words
        .map(asked -> contains(name.text(), asked) || contains(address.text(), asked))
        .orElse(true);
  }

  private static boolean contains(String text, SignWords words) {
    return text.toLowerCase(Locale.ROOT).contains(words.text().toLowerCase(Locale.ROOT));
  }
}
