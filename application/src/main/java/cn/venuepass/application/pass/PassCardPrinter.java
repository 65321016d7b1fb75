package cn.venuepass.application.pass;

/** Prints paper passes for people without a phone. */
@FunctionalInterface
public interface PassCardPrinter {

  /** One A4 page in PDF with the card to cut out, as large as a bank card (ISO/IEC 7810 ID-1). */
  byte[] print(PassCard card);
}
