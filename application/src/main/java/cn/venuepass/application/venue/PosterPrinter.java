package cn.venuepass.application.venue;

import cn.venuepass.application.venue.QrCodeRenderer.Format;

/** Prints posters to hang at a venue's doors, and paints their pictures. */
public interface PosterPrinter {

  /** One A4 page in PDF: the code, the direction, the venue, how to scan. */
  byte[] print(PosterSheet sheet);

  /** A picture for a phone's album: the code, below it the direction, the venue, the label. */
  byte[] paint(PosterSheet sheet, Format format);
}
