package cn.venuepass.application.directory;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Venues without anything about people; removed ones are not found. */
public interface VenueDirectory {

  /** The venues of the jurisdiction that are looked for, the oldest application first. */
  Page<ListedVenue> list(Jurisdiction jurisdiction, VenueSearch search, PageRequest request);

  /** The venue, if it lies in the jurisdiction. */
  Optional<ListedVenue> find(VenueId venue, Jurisdiction jurisdiction);

  /**
   * The other venues of the jurisdiction in the community of this one, or with its social credit
   * code, in no order.
   */
  List<ListedVenue> listBeside(ListedVenue venue, Jurisdiction jurisdiction);

  /**
   * The communities of the jurisdiction in which applications wait for their review, the one that
   * waits the longest first.
   */
  List<Waiting> countWaiting(Jurisdiction jurisdiction);

  /**
   * How many applications wait in a community.
   *
   * @param oldest when the one that waits the longest was sent
   */
  record Waiting(Division community, long applications, Instant oldest) {}
}
