package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.RegisterPerson.Registration;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.rest.json.Fields;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Whom a manager registers at a gate with network. */
record RegistrationRequest(
    @Nullable String scanId,
    @Nullable String direction,
    @Nullable String passCode,
    @Nullable String idNumber,
    @Nullable String name,
    @Nullable Boolean overrideCapacity) {

  Registration registration(InstantSource clock) {
    var fields = new Fields();
    var scan = fields.required("scanId", scanId, ScanId::new);
    var way = fields.required("direction", direction, Fields.oneOf(Direction.class));
    var credential = CredentialFields.read(fields, passCode, idNumber, name, clock);
    fields.verify();
    return new Registration(
        scan.get(), way.get(), credential.get(), Boolean.TRUE.equals(overrideCapacity));
  }

  @Override
  public String toString() {
    return "RegistrationRequest[***]";
  }
}
