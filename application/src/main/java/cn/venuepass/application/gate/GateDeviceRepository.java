package cn.venuepass.application.gate;

import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.domain.gate.GateDevice;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The devices at the gates of venues, and what has arrived from them. */
public interface GateDeviceRepository {

  int MOST_LISTED = 200;

  /**
   * Notes that these numbers have arrived from a device, which is added when it is seen for the
   * first time. Of uploads at once none is lost.
   */
  void received(VenueId venue, DeviceId device, Collection<SequenceNumber> numbers, Instant now);

  /** The {@link #MOST_LISTED} devices of a venue that were seen last, in the order of their ids. */
  List<GateDevice> listOf(VenueId venue);
}
