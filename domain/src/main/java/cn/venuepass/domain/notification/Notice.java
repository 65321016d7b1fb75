package cn.venuepass.domain.notification;

import static cn.venuepass.domain.notification.NotificationKind.ADMISSION_CONTROLLED;
import static cn.venuepass.domain.notification.NotificationKind.APPEAL_ANSWERED;
import static cn.venuepass.domain.notification.NotificationKind.CONTROL_CHANGED;
import static cn.venuepass.domain.notification.NotificationKind.EXPOSURE_NOTICE;
import static cn.venuepass.domain.notification.NotificationKind.MANAGER_ACTIVATED;
import static cn.venuepass.domain.notification.NotificationKind.RECTIFICATION_DUE;
import static cn.venuepass.domain.notification.NotificationKind.REVIEW_DECIDED;
import static cn.venuepass.domain.notification.NotificationKind.VENUE_CONTROLLED;

import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a person is told. It names things by their ids and holds no personal value. */
public sealed interface Notice {
  NotificationKind kind();

  /** The venue that it is about, if it is about one. */
  default Optional<VenueId> about() {
    return Optional.empty();
  }

  /** The thing with which the notice becomes pointless before it is due. */
  default Optional<UUID> dependsOn() {
    return Optional.empty();
  }

  /** The community decided about an application. */
  record ReviewDecided(VenueId venue, boolean approved) implements Notice {
    @Override
    public NotificationKind kind() {
      return REVIEW_DECIDED;
    }

    @Override
    public Optional<VenueId> about() {
      return Optional.of(venue);
    }
  }

  /** An appointment as manager works now. */
  record ManagerActivated(VenueId venue, ManagerId manager) implements Notice {
    @Override
    public NotificationKind kind() {
      return MANAGER_ACTIVATED;
    }

    @Override
    public Optional<VenueId> about() {
      return Optional.of(venue);
    }

    @Override
    public Optional<UUID> dependsOn() {
      return Optional.of(manager.value());
    }
  }

  /**
   * A rectification (责令改正) is to be done by its deadline.
   *
   * @param inspection the inspection that ordered it
   */
  record RectificationDue(VenueId venue, UUID inspection, Instant deadline) implements Notice {
    @Override
    public NotificationKind kind() {
      return RECTIFICATION_DUE;
    }

    @Override
    public Optional<VenueId> about() {
      return Optional.of(venue);
    }

    @Override
    public Optional<UUID> dependsOn() {
      return Optional.of(inspection);
    }
  }

  /**
   * A venue was locked by order, or is unlocked.
   *
   * @param order the control order
   * @param locked whether nobody passes from now on
   * @param until when it ends by itself
   */
  record VenueControlled(VenueId venue, UUID order, boolean locked, Instant until)
      implements Notice {
    @Override
    public NotificationKind kind() {
      return VENUE_CONTROLLED;
    }

    @Override
    public Optional<VenueId> about() {
      return Optional.of(venue);
    }

    @Override
    public Optional<UUID> dependsOn() {
      return Optional.of(order);
    }
  }

  /**
   * The person is kept out by order, or no more; why is said by the phone only.
   *
   * @param order the control order
   */
  record AdmissionControlled(UUID order, boolean controlled, Instant until) implements Notice {
    @Override
    public NotificationKind kind() {
      return ADMISSION_CONTROLLED;
    }

    @Override
    public Optional<UUID> dependsOn() {
      return Optional.of(order);
    }
  }

  /** An appeal against a control order was answered. */
  record AppealAnswered(UUID order, boolean upheld) implements Notice {
    @Override
    public NotificationKind kind() {
      return APPEAL_ANSWERED;
    }

    @Override
    public Optional<UUID> dependsOn() {
      return Optional.of(order);
    }
  }

  /** A control order holds, or is lifted. */
  record ControlChanged(UUID order, boolean holds) implements Notice {
    @Override
    public NotificationKind kind() {
      return CONTROL_CHANGED;
    }

    @Override
    public Optional<UUID> dependsOn() {
      return Optional.of(order);
    }
  }

  /** The person's stay may have overlapped a case's; neither the case nor the venue is named. */
  record ExposureNotice() implements Notice {
    @Override
    public NotificationKind kind() {
      return EXPOSURE_NOTICE;
    }
  }
}
