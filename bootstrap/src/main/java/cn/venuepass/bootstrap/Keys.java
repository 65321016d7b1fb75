package cn.venuepass.bootstrap;

import cn.venuepass.domain.MacKeys;
import cn.venuepass.persistence.PersonalFields;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All secrets of an installation, in one JSON file: rings of keys under ids, of which the primary
 * one is used and all are understood. Losing the file loses every poster and every person's data.
 *
 * @param purpose what the keys are for; those of a demo are refused in production
 * @param posterMac signs the codes of posters; the keys of pass codes are derived from it
 * @param token signs access tokens
 * @param hash makes the keyed hashes by which people are found
 * @param encryption a Tink keyset in JSON that hides personal fields
 */
record Keys(Purpose purpose, Ring posterMac, Ring token, Ring hash, JsonNode encryption) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;

  /** What keys are for. */
  enum Purpose {
    DEMO,
    PRODUCTION
  }

  /** Keys under numbers from 1 to 127, in Base64. */
  record Ring(byte primary, Map<Byte, String> keys) {
    Ring {
      keys = Map.copyOf(keys);
      if (!keys.containsKey(primary)) {
        throw new IllegalArgumentException("the primary key is missing");
      }
      keys.forEach(
          (id, key) -> {
            if (id < 1 || Base64.getDecoder().decode(key).length < KEY_BYTES) {
              throw new IllegalArgumentException("a key has an id from 1 and 256 bits");
            }
          });
    }

    @Override
    public String toString() {
      return "Ring" + keys.keySet();
    }

    private static Ring fresh() {
      byte[] key = new byte[KEY_BYTES];
      RANDOM.nextBytes(key);
      return new Ring((byte) 1, Map.of((byte) 1, Base64.getEncoder().encodeToString(key)));
    }

    private Map<Byte, byte[]> secrets() {
      return keys.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, key -> Base64.getDecoder().decode(key.getValue())));
    }

    private MacKeys macKeys() {
      return new MacKeys(primary, secrets());
    }
  }

  static Keys fresh(Purpose purpose) {
    try {
      return new Keys(
          purpose,
          Ring.fresh(),
          Ring.fresh(),
          Ring.fresh(),
          JSON.readTree(PersonalFields.newKeyset()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a keys file.
   *
   * @throws IllegalArgumentException when it is no keys file
   */
  static Keys read(Path file) {
    try {
      return JSON.readValue(file.toFile(), Keys.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("no keys file: " + file);
    }
  }

  /**
   * Writes a keys file that only its owner can read.
   *
   * @throws UncheckedIOException when there is such a file already, or it cannot be written
   */
  void write(Path file) {
    try {
      FileAttribute<?>[] ownerOnly =
          file.getFileSystem().supportedFileAttributeViews().contains("posix")
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      Path created = Files.createFile(file, ownerOnly);
      Files.write(created, JSON.writeValueAsBytes(this), StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MacKeys posterMacKeys() {
    return posterMac.macKeys();
  }

  PersonalFields personalFields() {
    return PersonalFields.with(encryption.toString(), hash.macKeys());
  }

  /** The id of the key that signs access tokens. */
  String tokenKeyId() {
    return keyId(token.primary());
  }

  Map<String, byte[]> tokenSecrets() {
    return token.secrets().entrySet().stream()
        .collect(Collectors.toMap(key -> keyId(key.getKey()), Map.Entry::getValue));
  }

  private static String keyId(byte number) {
    return "k" + number;
  }

  @Override
  public String toString() {
    return "Keys[" + purpose + "]";
  }
}
