package cn.venuepass.qrcode;

import cn.venuepass.domain.venue.Direction;
import java.awt.Color;

/**
 * What tells the two directions apart: words, a colour, and shapes that differ without colours,
 * too. Both colours are dark enough for white letters and for letters on white.
 */
enum Signage {
  IN("入", "IN", 0x0B6B3A, "进门请用微信扫一扫登记", "Coming in? Scan with WeChat to register."),
  OUT("出", "OUT", 0x124E9C, "离开请用微信扫一扫登记", "Leaving? Scan with WeChat to register.");

  private final String han;
  private final String english;
  private final int color;
  private final String scan;
  private final String scanInEnglish;

  Signage(String han, String english, int color, String scan, String scanInEnglish) {
    this.han = han;
    this.english = english;
    this.color = color;
    this.scan = scan;
    this.scanInEnglish = scanInEnglish;
  }

  static Signage of(Direction direction) {
    return switch (direction) {
      case IN -> IN;
      case OUT -> OUT;
    };
  }

  String han() {
    return han;
  }

  String english() {
    return english;
  }

  Color color() {
    return new Color(color);
  }

  String scan() {
    return scan;
  }

  String scanInEnglish() {
    return scanInEnglish;
  }
}
