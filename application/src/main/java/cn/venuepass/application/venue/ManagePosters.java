package cn.venuepass.application.venue;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;
import java.util.Optional;

/** A venue's posters: its managers print them, its applicant issues and revokes them. */
public interface ManagePosters {

  Result<List<Poster>> list(Caller.Resident manager, VenueId venue);

  /** The picture of nothing but the code. */
  Result<byte[]> draw(
      Caller.Resident manager, VenueId venue, PosterId poster, QrCodeRenderer.Format format);

  /** The poster as a picture that says where it belongs and which way. */
  Result<byte[]> paint(
      Caller.Resident manager, VenueId venue, PosterId poster, QrCodeRenderer.Format format);

  /** The poster as a page to hang at the door, in PDF. */
  Result<byte[]> print(Caller.Resident manager, VenueId venue, PosterId poster);

  /** One more poster, with a code of its own. Denied with VENUE_NOT_APPROVED. */
  Result<Poster> issue(
      Caller.Resident applicant,
      VenueId venue,
      Direction direction,
      Optional<PosterLabel> label,
      Optional<CreationKey> key);

  /** The poster is refused from the very next scan on. */
  Result<PosterId> revoke(Caller.Resident applicant, VenueId venue, PosterId poster);
}
