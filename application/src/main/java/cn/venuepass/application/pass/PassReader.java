package cn.venuepass.application.pass;

import cn.venuepass.application.Denial;
import cn.venuepass.application.pass.Bearer.Standing;
import cn.venuepass.application.person.PaperPassRepository;
import cn.venuepass.domain.pass.PassCode;
import cn.venuepass.domain.pass.PassCodes;
import cn.venuepass.domain.visit.ScanMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds out whom a pass code shows. A forged one, and one that expired long ago, asks no store. */
public final class PassReader {
  /** For how long a client may send a scan again that it has no answer to. */
  private static final Duration RETRIES = Duration.ofMinutes(15);

  private final PassCodes codes;
  private final PaperPassRepository papers;

  public PassReader(PassCodes codes, PaperPassRepository papers) {
    this.codes = codes;
    this.papers = papers;
  }

  /**
   * Why a code is no good whatever any store says: forged, or expired long ago. Nothing if a store
   * must be asked.
   */
  public Optional<Denial> refusal(String code, Instant at, Duration tolerance) {
    Optional<PassCode> pass = codes.read(code);
    if (pass.isEmpty()) {
      return Optional.of(Denial.Plain.UNKNOWN_CODE);
    }
    boolean over =
        pass.get() instanceof PassCode.OnScreen screen
            && standing(screen, at, tolerance) == Standing.OVER;
    return over ? Optional.of(Denial.Plain.PASS_CODE_EXPIRED) : Optional.empty();
  }

  /**
   * The bearer of an authentic code, or nothing.
   *
   * @param at when the code was read
   * @param tolerance how far the clock that says so may differ from ours
   */
  public Optional<Bearer> read(String code, Instant at, Duration tolerance) {
    return codes.read(code).flatMap(pass -> bearer(pass, at, tolerance));
  }

  private Optional<Bearer> bearer(PassCode pass, Instant at, Duration tolerance) {
    if (pass instanceof PassCode.OnScreen screen) {
      return Optional.of(
          new Bearer(screen.person(), ScanMethod.PASS_CODE, standing(screen, at, tolerance)));
    }
    return papers
        .find(((PassCode.OnPaper) pass).pass())
        .map(
            paper ->
                new Bearer(
                    paper.person(),
                    ScanMethod.PAPER_PASS,
                    paper.isGoodAt(at, tolerance) ? Standing.GOOD : Standing.UNTIL_LATELY));
  }

  private static Standing standing(PassCode.OnScreen pass, Instant at, Duration tolerance) {
    if (pass.isGoodAt(at, tolerance)) {
      return Standing.GOOD;
    }
    return pass.isGoodAt(at, tolerance.plus(RETRIES)) ? Standing.UNTIL_LATELY : Standing.OVER;
  }
}
