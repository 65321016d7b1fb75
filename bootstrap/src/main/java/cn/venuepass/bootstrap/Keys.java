package cn.venuepass.bootstrap;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import cn.venuepass.domain.MacKeys;
import cn.venuepass.persistence.EncryptionKeyset;
import cn.venuepass.persistence.FieldKeys;
import cn.venuepass.rest.access.JwtAccessTokens;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All secrets of an installation: rings of keys under ids, of which the primary one is used and all
 * are understood. A ring's successor takes the primary's place at its instant, by the clock of each
 * node. Losing the keys loses every poster and every person's data.
 *
 * @param purpose what the keys are for; those of a demo are refused in production
 * @param posterMac signs the codes of posters; the keys of pass codes are derived from it
 * @param token signs access tokens
 * @param hash makes the keyed hashes by which people are found
 * @param encryption a Tink keyset in JSON that hides personal fields
 * @param successors the key of each ring that is, or was last, to become the primary one
 */
record Keys(
    Purpose purpose,
    KeyRing posterMac,
    KeyRing token,
    KeyRing hash,
    JsonNode encryption,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Ring, Successor> successors) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** What keys are for. */
  enum Purpose {
    DEMO,
    PRODUCTION
  }

  /** The rings, by the names that operators use. */
  enum Ring {
    ENCRYPTION,
    HASH,
    TOKEN,
    POSTER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which key takes over, and when.
   *
   * @param from ISO-8601, in UTC
   */
  record Successor(long key, String from) {
    Successor {
      Instant unused = Instant.parse(from);
    }

    Instant instant() {
      return Instant.parse(from);
    }
  }

  Keys(
      Purpose purpose,
      KeyRing posterMac,
      KeyRing token,
      KeyRing hash,
      JsonNode encryption,
      @Nullable Map<Ring, Successor> successors) {
    this.purpose = requireNonNull(purpose);
    this.posterMac = requireNonNull(posterMac);
    this.token = requireNonNull(token);
    this.hash = requireNonNull(hash);
    this.encryption = requireNonNull(encryption);
    this.successors = Map.copyOf(requireNonNullElse(successors, Map.of()));
    EncryptionKeyset unused = keyset();
    this.successors.forEach(
        (ring, next) -> {
          if (!ids(ring).contains(next.key())) {
            throw new IllegalArgumentException("the successor's key is missing: " + ring);
          }
        });
  }

  static Keys fresh(Purpose purpose) {
    return new Keys(
        purpose,
        KeyRing.fresh(),
        KeyRing.fresh(),
        KeyRing.fresh(),
        tree(EncryptionKeyset.fresh()),
        Map.of());
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalArgumentException when these are no keys
   */
  static Keys read(byte[] json) {
    try {
      return requireNonNull(JSON.readValue(json, Keys.class));
    } catch (IOException | NullPointerException e) {
      throw new IllegalArgumentException("no keys");
    }
  }

  byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("keys cannot be written", e);
    }
  }

  /** The ids of all keys of a ring. */
  List<Long> ids(Ring ring) {
    return ring == Ring.ENCRYPTION
        ? keyset().ids().stream().map(Integer::toUnsignedLong).toList()
        : macRing(ring).keys().keySet().stream().map(Byte::longValue).sorted().toList();
  }

  /** The id of the key that a ring uses at that time. */
  long primary(Ring ring, Instant at) {
    return successor(ring)
        .filter(next -> !at.isBefore(next.instant()))
        .map(Successor::key)
        .orElseGet(
            () ->
                ring == Ring.ENCRYPTION
                    ? Integer.toUnsignedLong(keyset().primary())
                    : macRing(ring).primary());
  }

  /** The key that a ring will use, if one is waiting at that time. */
  Optional<Successor> pending(Ring ring, Instant at) {
    return successor(ring).filter(next -> at.isBefore(next.instant()));
  }

  /** Since when the key of that time has been the primary one, if that is known. */
  Optional<Instant> primarySince(Ring ring, Instant at) {
    return successor(ring).map(Successor::instant).filter(from -> !at.isBefore(from));
  }

  /** When the next key of any ring takes over. */
  Optional<Instant> nextTurn(Instant after) {
    return successors.values().stream()
        .map(Successor::instant)
        .filter(after::isBefore)
        .min(Instant::compareTo);
  }

  /**
   * The same with a new key in those rings, which takes over at an instant.
   *
   * @throws IllegalArgumentException when a key is waiting already
   */
  Keys rotated(Set<Ring> rings, Instant now, Instant from) {
    Keys turned = turned(now);
    for (Ring ring : rings) {
      turned = turned.rotated(ring, now, from);
    }
    return turned;
  }

  /** The same with another instant at which the successors of those rings take over. */
  Keys turningAt(Set<Ring> rings, Instant from) {
    Map<Ring, Successor> all = new EnumMap<>(successors);
    rings.forEach(
        ring ->
            all.computeIfPresent(ring, (r, next) -> new Successor(next.key(), from.toString())));
    return new Keys(purpose, posterMac, token, hash, encryption, all);
  }

  /**
   * The same without a key, which then nothing can be read with any more.
   *
   * @throws IllegalArgumentException when there is no such key, or it is used or waiting
   */
  Keys without(Ring ring, long key, Instant now) {
    if (!ids(ring).contains(key)) {
      throw new IllegalArgumentException("%s has no key %d".formatted(ring, key));
    }
    if (primary(ring, now) == key || pending(ring, now).filter(n -> n.key() == key).isPresent()) {
      throw new IllegalArgumentException("%s key %d is in use".formatted(ring, key));
    }
    Keys turned = turned(now);
    return ring == Ring.ENCRYPTION
        ? turned.with(turned.keyset().without((int) key))
        : turned.with(ring, turned.macRing(ring).without((byte) key));
  }

  /** Whether these are keys of the same installation: the used ones are known to both. */
  boolean isSuccessorOf(Keys before, Instant now) {
    return purpose == before.purpose
        && Set.of(Ring.HASH, Ring.TOKEN, Ring.POSTER).stream()
            .allMatch(
                ring -> macRing(ring).agreesWith(before.macRing(ring), before.primary(ring, now)))
        && keyset().agreesWith(before.keyset(), (int) before.primary(Ring.ENCRYPTION, now));
  }

  MacKeys posterMacKeys(Instant now) {
    return macKeys(Ring.POSTER, now);
  }

  FieldKeys fieldKeys(Instant now) {
    Optional<Successor> nextEncryption = pending(Ring.ENCRYPTION, now);
    return FieldKeys.of(
        keyset().withPrimary((int) primary(Ring.ENCRYPTION, now)),
        nextEncryption.map(next -> OptionalInt.of((int) next.key())).orElseGet(OptionalInt::empty),
        macKeys(Ring.HASH, now),
        pending(Ring.HASH, now).map(next -> (byte) next.key()));
  }

  JwtAccessTokens.Ring tokenKeys(Instant now) {
    return new JwtAccessTokens.Ring(
        keyId((byte) primary(Ring.TOKEN, now)),
        token.secrets().entrySet().stream()
            .collect(Collectors.toMap(key -> keyId(key.getKey()), Map.Entry::getValue)));
  }

  private Keys rotated(Ring ring, Instant now, Instant from) {
    pending(ring, now)
        .ifPresent(
            next -> {
              throw new IllegalArgumentException(
                  "%s key %d is waiting until %s".formatted(ring, next.key(), next.from()));
            });
    List<Long> before = ids(ring);
    Keys added =
        ring == Ring.ENCRYPTION
            ? with(keyset().withNewKey())
            : with(ring, macRing(ring).withNewKey());
    List<Long> fresh = new ArrayList<>(added.ids(ring));
    fresh.removeAll(before);
    Map<Ring, Successor> all = new EnumMap<>(Ring.class);
    all.putAll(successors);
    all.put(ring, new Successor(fresh.get(0), from.toString()));
    return new Keys(purpose, added.posterMac, added.token, added.hash, added.encryption, all);
  }

  /** The same keys, with the primary ones of that time noted as such. */
  private Keys turned(Instant now) {
    return new Keys(
        purpose,
        posterMac.withPrimary((byte) primary(Ring.POSTER, now)),
        token.withPrimary((byte) primary(Ring.TOKEN, now)),
        hash.withPrimary((byte) primary(Ring.HASH, now)),
        tree(keyset().withPrimary((int) primary(Ring.ENCRYPTION, now))),
        successors);
  }

  private Keys with(EncryptionKeyset keyset) {
    return new Keys(purpose, posterMac, token, hash, tree(keyset), successors);
  }

  private Keys with(Ring ring, KeyRing changed) {
    return new Keys(
        purpose,
        ring == Ring.POSTER ? changed : posterMac,
        ring == Ring.TOKEN ? changed : token,
        ring == Ring.HASH ? changed : hash,
        encryption,
        successors);
  }

  private MacKeys macKeys(Ring ring, Instant now) {
    return new MacKeys((byte) primary(ring, now), macRing(ring).secrets());
  }

  private KeyRing macRing(Ring ring) {
    return switch (ring) {
      case POSTER -> posterMac;
      case TOKEN -> token;
      case HASH -> hash;
      case ENCRYPTION -> throw new IllegalArgumentException("a keyset, not a ring");
    };
  }

  private EncryptionKeyset keyset() {
    return EncryptionKeyset.read(encryption.toString());
  }

  private Optional<Successor> successor(Ring ring) {
    return Optional.ofNullable(successors.get(ring));
  }

  private static JsonNode tree(EncryptionKeyset keyset) {
    try {
      return JSON.readTree(keyset.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Tink writes JSON", e);
    }
  }

  private static String keyId(byte number) {
    return "k" + number;
  }

  @Override
  public String toString() {
    return "Keys[" + purpose + "]";
  }
}
