package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.UploadRegistrations.KeptScan;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Times;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** One scan that a device kept. */
record KeptScanRequest(
    @Nullable String scanId,
    @Nullable Long sequence,
    @Nullable String at,
    @Nullable String direction,
    @Nullable String passCode,
    @Nullable String idNumber,
    @Nullable String name) {

  KeptScan kept(InstantSource clock) {
    var fields = new Fields();
    var scan = fields.required("scanId", scanId, ScanId::new);
    var number = fields.required("sequence", sequence, SequenceNumber::new);
    var time = fields.required("at", at, Times::read);
    var way = fields.required("direction", direction, Fields.oneOf(Direction.class));
    var credential = CredentialFields.read(fields, passCode, idNumber, name, clock);
    fields.verify();
    return new KeptScan(scan.get(), number.get(), time.get(), way.get(), credential.get());
  }

  @Override
  public String toString() {
    return "KeptScanRequest[***]";
  }
}
