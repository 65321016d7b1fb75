package cn.venuepass.domain.pass;

import cn.venuepass.domain.CodeText;
import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.SignedIds;
import cn.venuepass.domain.pass.PassCode.OnPaper;
import cn.venuepass.domain.pass.PassCode.OnScreen;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes and reads pass codes. Both kinds are checked before any store is asked. The one on a screen
 * is sealed, so that two of one person have nothing in common for whoever photographs them; the one
 * on paper holds a random id.
 */
public final class PassCodes {
  private static final int MAXIMUM_INPUT = 512;

  private final SealedPasses sealed;
  private final SignedIds papers;

  /**
   * Pass codes under keys that are derived from those.
   *
   * @param keys the installation's ring for codes
   */
  public PassCodes(MacKeys keys) {
    this(() -> keys);
  }

  /**
   * Pass codes under a ring that may change while the service runs.
   *
   * @param keys the installation's ring for codes, as of the moment
   */
  public PassCodes(Supplier<MacKeys> keys) {
    this.sealed = new SealedPasses(() -> keys.get().derivedFor("pass-code"));
    this.papers = new SignedIds(() -> keys.get().derivedFor("paper-pass"));
  }

  /** A fresh code for a screen, different at each call, with the time at which it expires. */
  public Issued issue(PersonId person, Instant now) {
    Instant expiresAt = Instant.ofEpochSecond(now.plus(OnScreen.VALIDITY).getEpochSecond());
    var pass = new OnScreen(person, expiresAt);
    return new Issued(CodeText.of(sealed.seal(pass)), expiresAt);
  }

  /** The code on a paper pass, the same each time while the key is the same. */
  public String codeOf(PaperPassId pass) {
    return papers.codeOf(pass.value());
  }

  /** What a code says; nothing if it was not made here. It may be expired or revoked. */
  public Optional<PassCode> read(String code) {
    if (code.length() > MAXIMUM_INPUT) {
      return Optional.empty();
    }
    return CodeText.read(code, SealedPasses.LENGTH)
        .flatMap(sealed::open)
        .<PassCode>map(pass -> pass)
        .or(() -> papers.check(code).map(PaperPassId::new).map(OnPaper::new));
  }

  /** A code with the time at which it expires. */
  public record Issued(String code, Instant expiresAt) {
    @Override
    public String toString() {
      return "Issued[***, " + expiresAt + "]";
    }
  }
}
