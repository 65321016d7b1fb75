package cn.venuepass.rest.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.function.Supplier;

/**
 * What is measured, and who may see it.
 *
 * @param meters what measures
 * @param text what was measured, as Prometheus reads it
 * @param readers where those are who may see it
 */
public record Monitoring(MeterRegistry meters, Supplier<String> text, Networks readers) {

  /** Nothing is measured, and nobody may see it. */
  public static Monitoring none() {
    return new Monitoring(new CompositeMeterRegistry(), () -> "", Networks.none());
  }
}
