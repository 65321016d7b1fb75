package cn.venuepass.application.venue;

import cn.venuepass.application.Result;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.List;
import java.util.Optional;

/**
 * An administrator's work with the tree of divisions, below their own one. A level stands directly
 * below the one above it: headquarters, territory, community.
 */
public interface MaintainDivisions {

  static MaintainDivisions over(Stores stores, AuditTrail audit) {
    return new DivisionService(stores.divisions(), stores.transactions(), audit);
  }

  /**
   * Adds a division, or renames the one with that code; its place in the tree stays.
   *
   * @throws InvalidValue when it cannot stand below that parent
   */
  Result<Division> save(Caller.Staff admin, DivisionCode code, String name, DivisionCode parent);

  /** Removes a division on which nothing rests. Denied with NOT_FOUND or IN_USE. */
  Result<DivisionCode> remove(Caller.Staff admin, DivisionCode code);

  /** Adds and renames many, parents before what lies below them or after: all of them or none. */
  ImportReport load(Caller.Staff admin, List<Row> rows);

  /** The same for whoever runs the installation, who may plant roots too. */
  ImportReport load(List<Row> rows);

  /**
   * A line of a file, not yet believed.
   *
   * @param line its number in the file
   * @param parent empty for a root
   */
  record Row(int line, String code, Optional<String> parent, String level, String name) {}

  /** What became of a file: nothing is stored if a line is wrong. */
  record ImportReport(int accepted, List<WrongLine> rejected) {
    public ImportReport {
      rejected = List.copyOf(rejected);
    }
  }

  /** A line that is wrong, at that field, by that rule. */
  record WrongLine(int line, InvalidValue fault) {}
}
