package cn.venuepass.domain.visit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitTest {

  @Test
  void aVisitShouldNotBeWithoutAnyObservation() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Visit(
                    new VisitId(new UUID(1, 1)),
                    new VenueId(new UUID(2, 2)),
                    new PersonId(new UUID(3, 3)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }
}
