package cn.venuepass.application.report;

/** Makes documents that can be printed: PDF, A4, with page numbers. */
public interface DocumentPrinter {

  /** The PDF, the same whenever the document is the same. */
  byte[] print(TableDocument document);
}
