package cn.venuepass.testkit.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.report.DocumentPrinter;
import cn.venuepass.application.report.TableDocument;

/** Prints documents as plain text. */
public final class TextDocuments implements DocumentPrinter {
  @Override
  public byte[] print(TableDocument document) {
    return document.toString().getBytes(UTF_8);
  }
}
