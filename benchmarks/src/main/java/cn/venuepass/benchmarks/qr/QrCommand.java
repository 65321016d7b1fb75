package cn.venuepass.benchmarks.qr;

import cn.venuepass.application.venue.PosterSheet;
import cn.venuepass.application.venue.QrCodeRenderer;
import cn.venuepass.benchmarks.Picture;
import cn.venuepass.benchmarks.Results;
import cn.venuepass.benchmarks.Spread;
import cn.venuepass.benchmarks.Table;
import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.qrcode.PdfPosterPrinter;
import cn.venuepass.qrcode.ZxingQrCodeRenderer;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast posters become pictures. */
@Command(
    name = "qr",
    mixinStandardHelpOptions = true,
    description =
        "Posters a second as PNG, the code alone and with words, against ZXing's encoding alone.")
public final class QrCommand implements Callable<Integer> {
  private static final int POSTERS = 200;
  private static final String BASE = "HTTPS://VENUEPASS.EXAMPLE/S/";

  @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "2",
      description = "of each round (default: ${DEFAULT-VALUE})")
  private double seconds;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> texts = texts();
    var renderer = new ZxingQrCodeRenderer();
    ToIntFunction<String> draw = text -> renderer.render(text, QrCodeRenderer.Format.PNG).length;
    var painter = new PdfPosterPrinter();
    ToIntFunction<String> paint =
        text -> painter.paint(sheet(text), QrCodeRenderer.Format.PNG).length;
    double unused =
        perSecond(texts, QrCommand::encode) + perSecond(texts, draw) + perSecond(texts, paint);
    List<Double> encoded = new ArrayList<>();
    List<Double> drawn = new ArrayList<>();
    List<Double> painted = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> ratiosWithWords = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      double encode = perSecond(texts, QrCommand::encode);
      double png = perSecond(texts, draw);
      encoded.add(encode);
      drawn.add(png);
      double words = perSecond(texts, paint);
      painted.add(words);
      ratios.add(encode / png);
      ratiosWithWords.add(encode / words);
    }
    var page = Results.begun("qr", "Posters as pictures", spec);
    page.paragraph(
        new Table("of one thread", "least – median – greatest")
            .row("codes a second as PNG, " + sizes(texts, draw), Spread.of(drawn).text(0))
            .row(
                "pictures with words a second as PNG, " + sizes(texts, paint),
                Spread.of(painted).text(0))
            .row("ZXing encodings a second", Spread.of(encoded).text(0))
            .row("time of a code's PNG / time of an encoding", Spread.of(ratios).text(2))
            .row(
                "time of a PNG with words / time of an encoding",
                Spread.of(ratiosWithWords).text(2))
            .text());
    page.picture(
        Picture.bars(
            "A second, on one thread, medians",
            "",
            "posters/s",
            List.of("posters"),
            Map.of(
                "code as PNG", rounded(drawn),
                "with words", rounded(painted),
                "only encoded by ZXing", rounded(encoded))));
    spec.commandLine().getErr().println("written: " + page.save());
    return 0;
  }

  private static PosterSheet sheet(String text) {
    return new PosterSheet(
        text, new VenueName("塔里木宾馆"), Direction.IN, Optional.of(new PosterLabel("北门")));
  }

  private double perSecond(List<String> texts, ToIntFunction<String> work) {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    long done = 0;
    long bytes = 0;
    while (System.nanoTime() < end) {
      bytes += work.applyAsInt(texts.get((int) (done % texts.size())));
      done++;
    }
    if (bytes <= 0) {
      throw new IllegalStateException("nothing was made");
    }
    return done * 1e9 / (System.nanoTime() - start);
  }

  private static String sizes(List<String> texts, ToIntFunction<String> draw) {
    return texts.stream().mapToInt(draw).max().orElseThrow() + " bytes at most";
  }

  private static List<Double> rounded(List<Double> values) {
    return List.of((double) Math.round(Spread.of(values).median()));
  }

  private static int encode(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix().getWidth();
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts() {
    var codes = new PosterCodes(new MacKeys((byte) 1, Map.of((byte) 1, new byte[32])));
    return IntStream.range(0, POSTERS)
        .mapToObj(i -> BASE + codes.codeOf(new PosterId(UUID.randomUUID())))
        .toList();
  }
}
