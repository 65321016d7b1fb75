package cn.venuepass.application.directory;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.directory.VenueDirectory.Waiting;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.Duplicate;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

final class DirectoryService implements FindVenues, PrepareReview {
  private final VenueDirectory directory;

  DirectoryService(VenueDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Page<ListedVenue> find(Caller.Staff staff, VenueSearch search, PageRequest request) {
    return directory.list(staff.account().jurisdiction(), search, request);
  }

  @Override
  public Result<List<Likely>> duplicates(Caller.Staff reviewer, VenueId venue) {
    Jurisdiction own = reviewer.account().jurisdiction();
    return Result.of(directory.find(venue, own), NOT_FOUND)
        .map(one -> likely(one, directory.listBeside(one, own)));
  }

  private static List<Likely> likely(ListedVenue one, List<ListedVenue> others) {
    Map<VenueId, ListedVenue> byId =
        others.stream().collect(toMap(ListedVenue::id, Function.identity()));
    return Duplicate.of(one.sign(), others.stream().map(ListedVenue::sign).toList()).stream()
        .flatMap(
            found ->
                Optional.ofNullable(byId.get(found.venue()))
                    .map(venue -> new Likely(venue, found.score(), found.ground()))
                    .stream())
        .toList();
  }

  @Override
  public List<Waiting> waiting(Caller.Staff reviewer) {
    return directory.countWaiting(reviewer.account().jurisdiction());
  }
}
