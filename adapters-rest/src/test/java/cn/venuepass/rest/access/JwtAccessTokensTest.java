package cn.venuepass.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.access.AccessTokens.Claims;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.testkit.MovableClock;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JwtAccessTokensTest {
  private static final byte[] OLD = secret(1);
  private static final byte[] NEW = secret(2);
  private static final Claims RESIDENT =
      new Claims(
          new SessionId(UUID.randomUUID()),
          new Subject.OfAccount(new AccountId(UUID.randomUUID())),
          Optional.of(new PersonId(UUID.randomUUID())));

  private final MovableClock clock = MovableClock.monday();
  private final JwtAccessTokens tokens = new JwtAccessTokens("k1", Map.of("k1", OLD), clock);
  private final Instant soon = clock.instant().plus(Duration.ofMinutes(15));

  @Test
  void readShouldGiveBackWhatWasIssued() {
    var staff =
        new Claims(
            new SessionId(UUID.randomUUID()),
            new Subject.OfStaff(new StaffId(UUID.randomUUID())),
            Optional.empty());
    assertThat(tokens.read(tokens.issue(RESIDENT, soon))).contains(RESIDENT);
    assertThat(tokens.read(tokens.issue(staff, soon))).contains(staff);
  }

  @Test
  void aTokenShouldExpireWithinTheClocksTolerance() {
    String token = tokens.issue(RESIDENT, soon);
    clock.advance(Duration.ofMinutes(15).plusSeconds(59));
    assertThat(tokens.read(token)).isPresent();
    clock.advance(Duration.ofSeconds(2));
    assertThat(tokens.read(token)).isEmpty();
  }

  @Test
  void aTokenOfAnOlderKeyShouldBeReadWhileThatKeyIsKnown() {
    String token = tokens.issue(RESIDENT, soon);
    var rotated = new JwtAccessTokens("k2", Map.of("k1", OLD, "k2", NEW), clock);
    var later = new JwtAccessTokens("k2", Map.of("k2", NEW), clock);
    assertThat(rotated.read(token)).contains(RESIDENT);
    assertThat(later.read(token)).isEmpty();
    assertThat(later.read(rotated.issue(RESIDENT, soon))).contains(RESIDENT);
  }

  @Test
  void aForgedTokenShouldNotBeRead() {
    String good = tokens.issue(RESIDENT, soon);
    String[] parts = good.split("\\.", -1);
    String unsigned =
        Jwts.builder()
            .issuer("venuepass")
            .subject(UUID.randomUUID().toString())
            .expiration(Date.from(soon))
            .compact();
    String stronger =
        Jwts.builder()
            .header()
            .keyId("k1")
            .and()
            .issuer("venuepass")
            .subject(UUID.randomUUID().toString())
            .expiration(Date.from(soon))
            .signWith(Keys.hmacShaKeyFor(Arrays.copyOf(OLD, 64)), Jwts.SIG.HS512)
            .compact();
    String otherServer = new JwtAccessTokens("k1", Map.of("k1", NEW), clock).issue(RESIDENT, soon);
    String foreignIssuer =
        Jwts.builder()
            .header()
            .keyId("k1")
            .and()
            .issuer("somebody")
            .subject(UUID.randomUUID().toString())
            .claim("sid", UUID.randomUUID().toString())
            .expiration(Date.from(soon))
            .signWith(Keys.hmacShaKeyFor(OLD), Jwts.SIG.HS256)
            .compact();
    assertThat(tokens.read(unsigned)).isEmpty();
    assertThat(tokens.read(stronger)).isEmpty();
    assertThat(tokens.read(otherServer)).isEmpty();
    assertThat(tokens.read(foreignIssuer)).isEmpty();
    assertThat(tokens.read(parts[0] + "." + parts[1] + ".")).isEmpty();
    assertThat(tokens.read("")).isEmpty();
  }

  @Test
  void theKeyThatSignsShouldBeThere() {
    assertThatThrownBy(() -> new JwtAccessTokens("k9", Map.of("k1", OLD), clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] secret(int fill) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) fill);
    return secret;
  }
}
