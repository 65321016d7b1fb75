package cn.venuepass.application.survey;

/** Goes on with lists of places that are not finished; every node can. */
@FunctionalInterface
public interface WorkOffImports {

  /** Works until nothing is left, or another node is at it. */
  void workOff();
}
