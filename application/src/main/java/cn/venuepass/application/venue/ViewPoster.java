package cn.venuepass.application.venue;

import cn.venuepass.application.Result;

/** What anybody may know of a poster by its code. */
@FunctionalInterface
public interface ViewPoster {

  /** Denied with UNKNOWN_CODE; a forged code is known without asking the store. */
  Result<PosterLanding> view(String code);
}
