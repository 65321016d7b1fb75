package cn.venuepass.rest;

import cn.venuepass.application.venue.QrCodeRenderer.Format;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.rest.json.Fields;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers with a code as a picture, in the format that {@code ?format=} asks for. */
public final class CodePicture {
  public static final String PNG = "image/png";
  public static final String SVG = "image/svg+xml";

  private CodePicture() {}

  /**
   * The answer.
   *
   * @param name {@code png} or {@code svg}; PNG if absent
   */
  public static Response of(@Nullable String name, Function<Format, byte[]> drawing) {
    var fields = new Fields();
    var format = fields.optional("format", name, CodePicture::format);
    fields.verify();
    Format wanted = format.get().orElse(Format.PNG);
    return Response.ok(drawing.apply(wanted), wanted == Format.PNG ? PNG : SVG).build();
  }

  private static Format format(String name) {
    return switch (name) {
      case "png" -> Format.PNG;
      case "svg" -> Format.SVG;
      default -> throw new InvalidValue("format", Rule.UNKNOWN);
    };
  }
}
