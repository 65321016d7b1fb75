package cn.venuepass.rest.operation;

import cn.venuepass.rest.problem.ProblemType;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line for each problem that was answered, by which an operator finds what a client was told.
 * What comes in floods is told in a few lines a second, which say how many they stand for.
 */
final class ProblemLog {
  static final String NOWHERE = "other";

  private static final Logger LOG = LoggerFactory.getLogger(ProblemLog.class);
  private static final Set<ProblemType> FLOODS =
      Set.of(ProblemType.TOO_MANY_REQUESTS, ProblemType.UNAVAILABLE);
  private static final Allowance ALLOWANCE = new Allowance(System::nanoTime);

  private ProblemLog() {}

  /**
   * Notes a problem.
   *
   * @param id the request
   * @param method as the document spells it
   * @param route as the document names it, without what a client put there
   */
  static void note(String id, ProblemType type, String method, String route) {
    if (FLOODS.contains(type)) {
      noteOfMany(id, type, method, route);
    } else {
      RequestIds.in(id, () -> LOG.info("{} {} for {} {}", type.status(), type, method, route));
    }
  }

  /** Notes one of those that anybody can send as fast as the line allows. */
  static void noteOfMany(String id, ProblemType type, String method, String route) {
    long silent = ALLOWANCE.take();
    if (silent >= 0) {
      RequestIds.in(
          id,
          () ->
              LOG.info(
                  "{} {} for {} {}{}",
                  type.status(),
                  type,
                  method,
                  route,
                  silent == 0 ? "" : ", and " + silent + " more before it"));
    }
  }
}
