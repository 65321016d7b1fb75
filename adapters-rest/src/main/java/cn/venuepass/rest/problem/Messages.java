package cn.venuepass.rest.problem;

import cn.venuepass.application.Days;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanOutcome;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.ResourceBundle;

/** What people read, in the language that they ask for: Chinese by default, or English. */
public final class Messages {
  private static final String BUNDLE = "cn.venuepass.rest.messages";
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final List<Locale> LOCALES =
      List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Days.CHINA);
  private static final Messages CHINESE = new Messages(Locale.ROOT);
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

  private final ResourceBundle bundle;
  private final HelpPhone helpPhone;

  private Messages(Locale locale) {
    this(ResourceBundle.getBundle(BUNDLE, locale, EXACT), HelpPhone.PUBLIC_SERVICE);
  }

  private Messages(ResourceBundle bundle, HelpPhone helpPhone) {
    this.bundle = bundle;
    this.helpPhone = helpPhone;
  }

  /** The messages that suit an Accept-Language header best. */
  public static Messages in(Optional<String> acceptLanguage) {
    return acceptLanguage
        .flatMap(Messages::wanted)
        .filter(Locale.ENGLISH::equals)
        .map(english -> ENGLISH)
        .orElse(CHINESE);
  }

  /** The same words with another number to call. */
  public Messages naming(HelpPhone phone) {
    return phone.equals(helpPhone) ? this : new Messages(bundle, phone);
  }

  /** Whom people call who are kept out. */
  public String helpPhone() {
    return helpPhone.number();
  }

  private static Optional<Locale> wanted(String acceptLanguage) {
    try {
      return Optional.ofNullable(Locale.lookup(LanguageRange.parse(acceptLanguage), LOCALES));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the latter for "-"
      return Optional.empty();
    }
  }

  public String of(ScanOutcome outcome) {
    return outcome instanceof ScanOutcome.Refused refused
        ? of(refused.reason())
        : text("outcome", outcome.kind());
  }

  /** What a notification says, with the name of the venue that it is about. */
  public String of(Notice notice, Optional<VenueName> venue) {
    String key = "notification." + notice.kind().name().toLowerCase(Locale.ROOT);
    String name = venue.map(VenueName::text).orElse("");
    if (notice instanceof Notice.ReviewDecided decided) {
      return filled(key + (decided.approved() ? ".approved" : ".rejected"), name);
    } else if (notice instanceof Notice.RectificationDue due) {
      return filled(key, name, TIME.format(due.deadline()));
    } else if (notice instanceof Notice.VenueControlled controlled) {
      return ofOrder(key, controlled.locked(), name, controlled.until());
    } else if (notice instanceof Notice.AdmissionControlled controlled) {
      return ofOrder(key, controlled.controlled(), name, controlled.until());
    } else if (notice instanceof Notice.AppealAnswered answered) {
      return filled(key + (answered.upheld() ? ".upheld" : ".dismissed"), helpPhone());
    } else if (notice instanceof Notice.ExposureNotice) {
      return filled(key, helpPhone());
    }
    return filled(key, name);
  }

  private String ofOrder(String key, boolean holds, String venue, Instant until) {
    return filled(key + (holds ? ".begun" : ".lifted"), venue, TIME.format(until), helpPhone());
  }

  /** What an order that holds says to those whom it concerns: never why. */
  public String of(ControlTarget.Kind concerned) {
    return filled("control." + concerned.name().toLowerCase(Locale.ROOT), helpPhone());
  }

  /** What it says to them once it is over. */
  public String over(ControlTarget.Kind concerned) {
    return filled("control." + concerned.name().toLowerCase(Locale.ROOT) + ".over", helpPhone());
  }

  String of(ProblemType type) {
    return bundle.getString(type.titleKey());
  }

  /** What a rule asks for, to stand behind the name of a field. */
  public String of(InvalidValue.Rule rule) {
    return text("rule", rule);
  }

  public String of(Gap gap) {
    return text("gap", gap);
  }

  public String of(Direction direction) {
    return text("direction", direction);
  }

  /** A text of a report, filled in. */
  public String report(String key, Object... values) {
    return filled("report." + key, values);
  }

  private String of(RefusalReason reason) {
    return reason == RefusalReason.ADMISSION_CONTROLLED
        ? filled("refused.admission_controlled", helpPhone())
        : text("refused", reason);
  }

  private String filled(String key, Object... values) {
    return MessageFormat.format(bundle.getString(key), values);
  }

  private String text(String kind, Enum<?> value) {
    return bundle.getString(kind + "." + value.name().toLowerCase(Locale.ROOT));
  }
}
