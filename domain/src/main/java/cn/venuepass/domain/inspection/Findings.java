package cn.venuepass.domain.inspection;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.Comparator;
import java.util.List;

/** What an inspection found: one to all items of the checklist, each once, in its order. */
public record Findings(List<Finding> all) {
  private static final String FIELD = "findings";

  public Findings {
    if (all.isEmpty()) {
      throw new InvalidValue(FIELD, Rule.REQUIRED);
    }
    if (all.stream().map(Finding::item).distinct().count() < all.size()) {
      throw new InvalidValue(FIELD, Rule.REPEATED);
    }
    all = all.stream().sorted(Comparator.comparing(Finding::item)).toList();
  }

  /** Whether the item was looked at and is as it must be. */
  public boolean areFine(ChecklistItem item) {
    return all.stream()
        .anyMatch(finding -> finding.item() == item && finding.result() == Finding.Result.OK);
  }

  /** Whether they say why somebody is told off: something is not as it must be, or a note. */
  boolean giveReason() {
    return all.stream()
        .anyMatch(
            finding -> finding.result() == Finding.Result.NOT_OK || finding.note().isPresent());
  }
}
