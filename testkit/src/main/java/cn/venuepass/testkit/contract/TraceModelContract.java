package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.tracing.Trace;
import cn.venuepass.application.tracing.TraceQuestion;
import cn.venuepass.application.tracing.TracingUseCases;
import cn.venuepass.application.tracing.Trajectory;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.TracedStay;
import cn.venuepass.domain.visit.Stay;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Traces over a random world against a naive model of the rules. The seed is in the message when
 * the two differ: put it into {@link #traceSeed} to see it again.
 */
public interface TraceModelContract extends StoreContract {

  default long traceSeed() {
    return new Random().nextLong();
  }

  @Test
  default void tracesOfOneWorldShouldBeThoseOfTheModel() {
    traceAll(20_260_302L, 12);
  }

  @Test
  default void tracesOfAnyWorldShouldBeThoseOfTheModel() {
    traceAll(traceSeed(), 12);
  }

  private void traceAll(long seed, int questions) {
    var world = new TraceWorld(this, seed);
    assertThat(world.size()).as("seed %s", seed).isGreaterThan(1_000);
    TraceModel model = world.model();
    var finding = TracingUseCases.over(stores().contactSearch()).findContacts();
    Set<ContactGrade> grades = EnumSet.noneOf(ContactGrade.class);
    boolean second = false;
    for (int i = 0; i < questions; i++) {
      TraceQuestion question = world.question();
      TraceModel.Found expected = model.trace(question);
      Trace found = finding.trace(question);
      assertThat(found.contacts())
          .as("seed %s, question %s", seed, i)
          .isEqualTo(expected.contacts());
      assertThat(found.left())
          .as("seed %s, question %s", seed, i)
          .isEqualTo(new Trace.Left(expected.firstLeft(), expected.secondLeft()));
      assertThat(found.sourcesLeft())
          .as("seed %s, question %s", seed, i)
          .isEqualTo(expected.sourcesLeft());
      Trajectory trajectory =
          finding.trajectory(
              question.index(),
              question.window(),
              question.within(),
              question.statements(),
              question.now());
      assertThat(trajectory.stays())
          .as("seed %s, question %s", seed, i)
          .extracting(TraceModelContract::times)
          .containsExactlyInAnyOrderElementsOf(model.trajectory(question, true));
      assertThat(trajectory.outside())
          .as("seed %s, question %s", seed, i)
          .isEqualTo(model.trajectory(question, false).size());
      found.contacts().forEach(contact -> grades.add(contact.grade()));
      second |= found.contacts().stream().anyMatch(contact -> contact.ring() == 2);
    }
    assertThat(grades).as("seed %s", seed).containsExactlyInAnyOrder(ContactGrade.values());
    assertThat(second).as("seed %s", seed).isTrue();
  }

  private static List<Long> times(TracedStay traced) {
    Stay stay = traced.stay();
    return Stream.of(
            stay.entry().likely(),
            stay.exit().likely(),
            stay.entry().earliest(),
            stay.exit().latest())
        .map(bound -> bound.at().toEpochMilli())
        .toList();
  }
}
