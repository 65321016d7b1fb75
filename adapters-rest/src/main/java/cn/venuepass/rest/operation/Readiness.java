package cn.venuepass.rest.operation;

/** Whether this node can take requests. */
@FunctionalInterface
public interface Readiness {
  boolean isReady();
}
