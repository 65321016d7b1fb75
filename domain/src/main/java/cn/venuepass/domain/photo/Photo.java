package cn.venuepass.domain.photo;

import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionStep;
import java.time.Instant;
import java.util.UUID;

/**
 * A photo of an inspection: a JPEG without any metadata.
 *
 * @param content the name under which its sealed content is kept
 * @param by who took it: what they are, never who
 */
public record Photo(
    PhotoId id, InspectionId inspection, UUID content, InspectionStep.By by, Instant at) {
  /** How many an inspection has at most. */
  public static final int MOST = 10;
}
