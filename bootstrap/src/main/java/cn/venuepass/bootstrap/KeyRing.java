package cn.venuepass.bootstrap;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Keys of 256 bits under numbers from 1 to 127, in Base64. Secret. */
record KeyRing(byte primary, Map<Byte, String> keys) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;

  KeyRing {
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

  static KeyRing fresh() {
    return new KeyRing((byte) 1, Map.of((byte) 1, newKey()));
  }

  /** The same with one key more, which is only understood so far. */
  KeyRing withNewKey() {
    int highest = keys.keySet().stream().mapToInt(Byte::intValue).max().orElseThrow();
    int id =
        IntStream.concat(IntStream.of(highest + 1), IntStream.rangeClosed(1, Byte.MAX_VALUE))
            .filter(number -> number <= Byte.MAX_VALUE && !keys.containsKey((byte) number))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there are 127 keys already"));
    Map<Byte, String> all = new HashMap<>(keys);
    all.put((byte) id, newKey());
    return new KeyRing(primary, all);
  }

  KeyRing withPrimary(byte id) {
    return new KeyRing(id, keys);
  }

  /** The same without one of its keys, which is not the primary. */
  KeyRing without(byte id) {
    Map<Byte, String> left = new HashMap<>(keys);
    left.remove(id);
    return new KeyRing(primary, left);
  }

  /** Whether both have that key, and no id means different keys to them. */
  boolean agreesWith(KeyRing other, long key) {
    return keys.containsKey((byte) key)
        && keys.entrySet().stream()
            .allMatch(
                mine ->
                    mine.getValue()
                        .equals(other.keys.getOrDefault(mine.getKey(), mine.getValue())));
  }

  Map<Byte, byte[]> secrets() {
    return keys.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, key -> Base64.getDecoder().decode(key.getValue())));
  }

  private static String newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  @Override
  public String toString() {
    return "KeyRing" + keys.keySet();
  }
}
