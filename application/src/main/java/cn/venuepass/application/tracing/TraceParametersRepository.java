package cn.venuepass.application.tracing;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.tracing.TraceParameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The versions of the rules of traces; none is ever changed or removed. */
public interface TraceParametersRepository {

  /** The latest version; {@link TraceParameters#DEFAULT} until there is another. */
  TraceParameters current();

  Optional<TraceParameters> find(int version);

  /** All versions but the first, which nobody made, the latest first. */
  List<Made> list();

  /**
   * Adds the next version.
   *
   * @return false, with nothing changed, when there is one of that number already, also of
   *     concurrent calls
   */
  boolean add(Made next);

  /** A version, and whose it is. */
  record Made(TraceParameters parameters, StaffId by, Instant at) {}
}
