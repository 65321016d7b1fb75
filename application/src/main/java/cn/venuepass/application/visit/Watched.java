package cn.venuepass.application.visit;

import cn.venuepass.domain.person.PersonId;
import java.time.Instant;

/** Somebody whose visits are shown, those that began at that time or later. */
public record Watched(PersonId person, Instant since) {}
