package cn.venuepass.application.venue;

/** Prints posters to hang at a venue's doors. */
@FunctionalInterface
public interface PosterPrinter {

  /** One A4 page in PDF: the code, the direction, the venue, how to scan. */
  byte[] print(PosterSheet sheet);
}
