package cn.venuepass.application.cases;

/** Keeps the contacts of all open cases what the evidence says; one node at a time does it. */
@FunctionalInterface
public interface KeepCases {

  /**
   * Traces all open cases anew. One that fails does not keep the others from it; the failure comes
   * at the end.
   *
   * @return how many were traced; none while another node is at it
   */
  int keep();
}
