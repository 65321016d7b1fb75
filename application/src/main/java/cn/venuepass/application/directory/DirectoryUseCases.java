package cn.venuepass.application.directory;

/** Everything that staff do to find venues. */
public record DirectoryUseCases(FindVenues findVenues, PrepareReview prepareReview) {

  public static DirectoryUseCases over(VenueDirectory directory) {
    var service = new DirectoryService(directory);
    return new DirectoryUseCases(service, service);
  }
}
