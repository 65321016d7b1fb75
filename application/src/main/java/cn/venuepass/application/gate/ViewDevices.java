package cn.venuepass.application.gate;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.gate.GateDevice;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;

/** Whether everything that a venue's devices kept has arrived, for its managers. */
@FunctionalInterface
public interface ViewDevices {

  /** Denied with NOT_FOUND or {@link cn.venuepass.application.Denial.ManagerNotActive}. */
  Result<List<GateDevice>> list(Caller.Resident manager, VenueId venue);
}
