package cn.venuepass.qrcode;

import cn.venuepass.application.venue.PosterSheet;
import cn.venuepass.domain.venue.PosterLabel;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A poster as a picture for a phone's album: the code as wide as the picture, right below it the
 * banner with the direction, so that the square which an album shows of its middle holds the whole
 * banner, then whose poster it is.
 *
 * @param banner the middle strip of the picture, in the direction's colour and white
 * @param words the strip below, in black on white
 */
record PosterPicture(
    String title,
    QrModules code,
    Signage signage,
    List<Layer> banner,
    List<Layer> words,
    int height) {
  static final int WIDTH = 720;

  private static final double LEFT = 32;
  private static final double ROOM = WIDTH - 2 * LEFT;
  private static final int BANNER = 200;
  private static final int NAME = 150;
  private static final int LABEL = 64;
  private static final int GAP = 16;

  static PosterPicture of(PosterSheet sheet) {
    QrModules code = QrModules.of(sheet.code());
    Signage signage = Signage.of(sheet.direction());
    int top = sideOf(code);
    var box = new Box(LEFT, top, ROOM, BANNER);
    var banner = new Banner(signage, box);
    List<Layer> onBanner = new ArrayList<>(banner.layers());
    onBanner.addAll(letters(signage.han(), banner.han(), banner.styleOfHan(1)));
    onBanner.addAll(letters(signage.english(), banner.english(), banner.styleOfEnglish(1)));
    top += BANNER + GAP;
    String venue = sheet.venue().text();
    List<Layer> words = new ArrayList<>();
    words.addAll(
        letters(
            venue, new Box(LEFT, top, ROOM, NAME), TextStyle.centred(72, Color.BLACK).inBold()));
    top += NAME;
    Optional<String> label = sheet.label().map(PosterLabel::text);
    if (label.isPresent()) {
      words.addAll(
          letters(
              label.get(), new Box(LEFT, top, ROOM, LABEL), TextStyle.centred(44, Color.BLACK)));
      top += LABEL;
    }
    return new PosterPicture(
        signage.han() + " " + signage.english() + " · " + venue,
        code,
        signage,
        onBanner,
        words,
        top + GAP);
  }

  byte[] png() {
    return PosterPng.of(this);
  }

  String svg() {
    return PosterSvg.of(this);
  }

  /** The pixels of a module: whole ones, so that the code stays sharp. */
  int pixelsPerModule() {
    return pixelsPerModule(code);
  }

  /** Where the code begins from the left. */
  int leftOfCode() {
    return (WIDTH - sideOf(code)) / 2;
  }

  int topOfBanner() {
    return sideOf(code);
  }

  int topOfWords() {
    return sideOf(code) + BANNER;
  }

  private static int sideOf(QrModules code) {
    return code.size() * pixelsPerModule(code);
  }

  private static int pixelsPerModule(QrModules code) {
    return WIDTH / code.size();
  }

  private static List<Layer> letters(String text, Box box, TextStyle style) {
    SetText set = SetText.of(text, box, style);
    return set.lines().stream()
        .map(
            line -> {
              var place = AffineTransform.getTranslateInstance(line.left(), line.baseline());
              place.scale(set.size(), set.size());
              return new Layer(
                  place.createTransformedShape(NotoSansSc.letters().outlineOf(line.text())),
                  style.color(),
                  style.bold() ? set.strokeOfBold() : 0);
            })
        .toList();
  }
}
