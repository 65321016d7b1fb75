package cn.venuepass.testkit.memory;

import cn.venuepass.application.gate.GateDeviceRepository;
import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.domain.gate.GateDevice;
import cn.venuepass.domain.gate.ReceivedSequence;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

final class InMemoryGateDeviceRepository implements GateDeviceRepository {
  private final InMemoryStore store;
  private final Map<Key, GateDevice> devices;

  InMemoryGateDeviceRepository(InMemoryStore store) {
    this.store = store;
    this.devices = store.table();
  }

  @Override
  public void received(
      VenueId venue, DeviceId device, Collection<SequenceNumber> numbers, Instant now) {
    store.run(
        () -> {
          var fresh = new GateDevice(device, ReceivedSequence.NOTHING, now);
          GateDevice known = devices.getOrDefault(new Key(venue, device), fresh);
          return devices.put(
              new Key(venue, device), new GateDevice(device, known.received().with(numbers), now));
        });
  }

  @Override
  public List<GateDevice> listOf(VenueId venue) {
    return store.run(
        () ->
            devices.entrySet().stream()
                .filter(entry -> entry.getKey().venue().equals(venue))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(GateDevice::lastSeen).reversed())
                .limit(MOST_LISTED)
                .sorted(Comparator.comparing(device -> device.id().text()))
                .toList());
  }

  private record Key(VenueId venue, DeviceId device) {}
}
