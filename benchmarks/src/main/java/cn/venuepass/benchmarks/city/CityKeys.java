package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.MacKeys;
import cn.venuepass.persistence.PersonalFields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that personal values are hidden under, from a file of the product's form, so that the
 * service can be started on the city.
 *
 * @param purpose what the service may do with them, DEMO or PRODUCTION
 */
record CityKeys(String purpose, PersonalFields fields) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;

  /**
   * The keys of that file, which is made for a demo if it is not there.
   *
   * @throws IllegalArgumentException when it holds other things, or keys that are being replaced
   */
  static CityKeys of(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      JsonNode keys = JSON.readTree(file.toFile());
      if (!keys.path("successors").isEmpty()) {
        throw new IllegalArgumentException("a city needs keys that were never replaced: " + file);
      }
      return new CityKeys(
          keys.path("purpose").asText(),
          PersonalFields.with(keys.path("encryption").toString(), ring(keys.path("hash"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MacKeys ring(JsonNode ring) {
    Map<Byte, byte[]> secrets = new HashMap<>();
    ring.path("keys")
        .properties()
        .forEach(
            key ->
                secrets.put(
                    Byte.valueOf(key.getKey()),
                    Base64.getDecoder().decode(key.getValue().asText())));
    return new MacKeys((byte) ring.path("primary").asInt(), secrets);
  }

  private static void create(Path file) throws IOException {
    ObjectNode keys = JSON.createObjectNode().put("purpose", "DEMO");
    for (String ring : List.of("posterMac", "token", "hash")) {
      byte[] key = new byte[KEY_BYTES];
      RANDOM.nextBytes(key);
      keys.putObject(ring)
          .put("primary", 1)
          .putObject("keys")
          .put("1", Base64.getEncoder().encodeToString(key));
    }
    keys.set("encryption", JSON.readTree(PersonalFields.newKeyset()));
    Path unused =
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    unused = Files.write(file, JSON.writeValueAsBytes(keys));
  }

  @Override
  public String toString() {
    return "CityKeys[" + purpose + "]";
  }
}
