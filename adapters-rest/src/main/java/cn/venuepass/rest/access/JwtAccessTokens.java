package cn.venuepass.rest.access;

import cn.venuepass.application.access.AccessTokens;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;

/**
 * JSON Web Tokens with HMAC-SHA256 and nothing else; the key is named by {@code kid}, so that it
 * can be replaced while tokens of the old one are about. Clocks may differ by a minute.
 */
public final class JwtAccessTokens implements AccessTokens {
  private static final String ISSUER = "venuepass";
  private static final String SESSION = "sid";
  private static final String PERSON = "pid";
  private static final String KIND = "knd";
  private static final String STAFF = "staff";
  private static final String RESIDENT = "resident";
  private static final int CLOCK_SKEW_SECONDS = 60;

  private final Supplier<Ring> ring;
  private final JwtParser parser;
  private final InstantSource clock;

  /** Keys under the names that stand in {@code kid}: the primary signs, every one still checks. */
  public static final class Ring {
    private final String primary;
    private final Map<String, SecretKey> keys;

    /**
     * @param secrets at least 256 bits each
     * @throws IllegalArgumentException when the primary is none of them
     */
    public Ring(String primary, Map<String, byte[]> secrets) {
      if (!secrets.containsKey(primary)) {
        throw new IllegalArgumentException("the primary key is missing");
      }
      this.primary = primary;
      this.keys =
          secrets.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, secret -> Keys.hmacShaKeyFor(secret.getValue())));
    }

    @Override
    public String toString() {
      return "Ring" + keys.keySet();
    }
  }

  /**
   * Tokens signed with the primary key, checked with any.
   *
   * @param secrets at least 256 bits each
   */
  public JwtAccessTokens(String primary, Map<String, byte[]> secrets, InstantSource clock) {
    this(always(new Ring(primary, secrets)), clock);
  }

  /**
   * Tokens under a ring that may change while the service runs.
   *
   * @param ring the ring of the moment
   */
  public JwtAccessTokens(Supplier<Ring> ring, InstantSource clock) {
    this.ring = ring;
    this.clock = clock;
    this.parser =
        Jwts.parser()
            .sig()
            .clear()
            .add(Jwts.SIG.HS256)
            .and()
            .keyLocator(header -> ring.get().keys.get(String.valueOf(header.get("kid"))))
            .requireIssuer(ISSUER)
            .clock(() -> Date.from(clock.instant()))
            .clockSkewSeconds(CLOCK_SKEW_SECONDS)
            .build();
  }

  @Override
  public String issue(Claims claims, Instant expiresAt) {
    Ring signing = ring.get();
    boolean resident = claims.subject() instanceof Subject.OfAccount;
    var token =
        Jwts.builder()
            .header()
            .keyId(signing.primary)
            .and()
            .issuer(ISSUER)
            .subject(idOf(claims.subject()).toString())
            .claim(KIND, resident ? RESIDENT : STAFF)
            .claim(SESSION, claims.session().value().toString())
            .issuedAt(Date.from(clock.instant()))
            .expiration(Date.from(expiresAt));
    claims.person().ifPresent(person -> token.claim(PERSON, person.value().toString()));
    return token.signWith(signing.keys.get(signing.primary), Jwts.SIG.HS256).compact();
  }

  @Override
  public Optional<Claims> read(String token) {
    try {
      return Optional.of(claims(parser.parseSignedClaims(token).getPayload()));
    } catch (JwtException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Supplier<Ring> always(Ring ring) {
    return () -> ring;
  }

  private static UUID idOf(Subject subject) {
    return subject instanceof Subject.OfAccount of
        ? of.account().value()
        : ((Subject.OfStaff) subject).staff().value();
  }

  private static Claims claims(io.jsonwebtoken.Claims payload) {
    UUID id = UUID.fromString(payload.getSubject());
    Subject subject =
        STAFF.equals(payload.get(KIND, String.class))
            ? new Subject.OfStaff(new StaffId(id))
            : new Subject.OfAccount(new AccountId(id));
    return new Claims(
        new SessionId(UUID.fromString(payload.get(SESSION, String.class))),
        subject,
        Optional.ofNullable(payload.get(PERSON, String.class))
            .map(person -> new PersonId(UUID.fromString(person))));
  }
}
