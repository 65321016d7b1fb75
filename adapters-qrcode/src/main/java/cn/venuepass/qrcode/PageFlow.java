package cn.venuepass.qrcode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets pieces below one another, from page to page. Lengths are in millimetres. */
final class PageFlow {
  private static final double TOP = 18;
  private static final double BOTTOM = 280;

  private final List<List<A4Page.Drawing>> pages = new ArrayList<>();
  private double top = TOP;
  private Optional<Block> onEachPage = Optional.empty();

  /** Something that is drawn at a height of a page. */
  @FunctionalInterface
  interface Piece {
    void on(A4Page page, double top) throws IOException;
  }

  /** A piece with the height that it takes. */
  record Block(double height, Piece piece) {}

  /** What is drawn on each page once it is known how many there are. */
  @FunctionalInterface
  interface Footer {
    void on(A4Page page, int number, int pages) throws IOException;
  }

  PageFlow() {
    pages.add(new ArrayList<>());
  }

  void add(double height, Piece piece) {
    if (top + height > BOTTOM) {
      turn();
      onEachPage.ifPresent(this::set);
    }
    set(new Block(height, piece));
  }

  /**
   * Begins what may go on over several pages.
   *
   * @param beginning blocks that stay together, with room for one more below
   * @param again what stands above the rest on each further page
   */
  void begin(List<Block> beginning, Block again) {
    double height = beginning.stream().mapToDouble(Block::height).sum() + again.height();
    if (top + height > BOTTOM) {
      turn();
    }
    beginning.forEach(this::set);
    onEachPage = Optional.of(again);
  }

  void end() {
    onEachPage = Optional.empty();
  }

  /** The pages, each with its footer. */
  List<A4Page.Drawing> numbered(Footer footer) {
    List<A4Page.Drawing> numbered = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      List<A4Page.Drawing> pieces = pages.get(i);
      int number = i + 1;
      numbered.add(
          page -> {
            for (A4Page.Drawing piece : pieces) {
              piece.on(page);
            }
            footer.on(page, number, pages.size());
          });
    }
    return numbered;
  }

  private void turn() {
    pages.add(new ArrayList<>());
    top = TOP;
  }

  private void set(Block block) {
    double height = top;
    pages.get(pages.size() - 1).add(page -> block.piece().on(page, height));
    top += block.height();
  }
}
