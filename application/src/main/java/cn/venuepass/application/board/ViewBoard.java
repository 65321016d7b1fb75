package cn.venuepass.application.board;

/**
 * How the whole installation fares now: numbers of all divisions together, nothing of a venue or a
 * person.
 */
public interface ViewBoard {
  Board view();
}
