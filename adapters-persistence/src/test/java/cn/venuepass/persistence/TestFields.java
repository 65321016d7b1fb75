package cn.venuepass.persistence;

import cn.venuepass.domain.MacKeys;
import java.util.Map;

/** Personal fields under keys that live as long as the test run. */
final class TestFields {
  static final PersonalFields FIELDS =
      PersonalFields.with(
          PersonalFields.newKeyset(), new MacKeys((byte) 1, Map.of((byte) 1, new byte[32])));

  private TestFields() {}
}
