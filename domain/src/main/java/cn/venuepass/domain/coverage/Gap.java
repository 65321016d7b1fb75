package cn.venuepass.domain.coverage;

import java.time.Duration;

/**
 * What is missing where a place has no code or does not use it (不留死角不留盲区). The territory sees to it
 * that codes are applied for and approved (notice, part one), the industry department that they
 * hang and are used (notice, part three: 督促行业内相关单位、场所及时张贴、使用).
 */
public enum Gap {
  /** Nobody applied for the place's codes. */
  NOT_APPLIED(Responsible.TERRITORY, Duration.ofDays(14)),
  /** The application waits, or was rejected and not sent again. */
  NOT_APPROVED(Responsible.TERRITORY, Duration.ofDays(3)),
  /** Nothing shows that a code hangs there. */
  NOT_POSTED(Responsible.DEPARTMENT, Duration.ofDays(7)),
  /** A code hangs there, and nobody used it for {@link Stage#OF_LATE}. */
  NOT_SCANNED(Responsible.DEPARTMENT, Duration.ofDays(7)),
  /** Somebody applied for a venue that no survey found. */
  NOT_SURVEYED(Responsible.TERRITORY, Duration.ofDays(7));

  /** Who has to close a gap first. */
  public enum Responsible {
    TERRITORY,
    DEPARTMENT
  }

  private final Responsible responsible;
  private final Duration deadline;

  Gap(Responsible responsible, Duration deadline) {
    this.responsible = responsible;
    this.deadline = deadline;
  }

  public Responsible responsible() {
    return responsible;
  }

  /** How long whoever has it may take, and whoever gets it after them. */
  public Duration deadline() {
    return deadline;
  }
}
