package cn.venuepass.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.Stores;
import cn.venuepass.application.UseCases;
import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.AuditSeals;
import cn.venuepass.domain.pass.PassCodes;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.testkit.memory.CountedCodes;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryAccessTokens;
import cn.venuepass.testkit.memory.InMemoryPhotoStore;
import cn.venuepass.testkit.memory.InMemoryStore;
import cn.venuepass.testkit.memory.NamedWeChatLogin;
import cn.venuepass.testkit.memory.NamedWeChatPhone;
import cn.venuepass.testkit.memory.RecordedMessages;
import cn.venuepass.testkit.memory.ReversedPasswords;
import cn.venuepass.testkit.memory.SetReadings;
import cn.venuepass.testkit.memory.TextDocuments;
import cn.venuepass.testkit.memory.TextPosters;
import cn.venuepass.testkit.memory.TextQrCodes;
import cn.venuepass.testkit.memory.UnchangedPhotos;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All use cases over stores in memory, with a clock that the test moves. Nothing goes on in the
 * background but what the test asks for.
 */
public final class TestApplication {
  public static final Duration ACTIVATION_DELAY = Duration.ofHours(1);
  public static final String PASSWORD = "venuepass-demo";

  private final MovableClock clock = MovableClock.monday();
  private final PosterCodes codes =
      new PosterCodes(new MacKeys((byte) 1, Map.of((byte) 1, new byte[32])));
  private final PassCodes passCodes =
      new PassCodes(new MacKeys((byte) 1, Map.of((byte) 1, new byte[32])));
  private final PosterLinks links = new PosterLinks(URI.create("https://venuepass.example"), codes);
  private final RecordedMessages messages = new RecordedMessages();
  private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
  private final SetReadings readings = new SetReadings();
  private final Stores stores;
  private final UseCases useCases;

  public TestApplication() {
    this(InMemoryStore.create());
  }

  /** All use cases over other stores, such as ones that fail. */
  public TestApplication(Stores stores) {
    this(stores, ACTIVATION_DELAY);
  }

  public TestApplication(Stores stores, Duration activationDelay) {
    this(stores, activationDelay, CountingRateLimits.none());
  }

  public TestApplication(Stores stores, Duration activationDelay, RateLimits limits) {
    this(stores, activationDelay, limits, false);
  }

  private TestApplication(
      Stores stores, Duration activationDelay, RateLimits limits, boolean secondFactorRequired) {
    this.stores = stores;
    this.useCases =
        UseCases.over(
            stores,
            new UseCases.Surroundings(
                new NamedWeChatLogin(),
                new ReversedPasswords(),
                new InMemoryAccessTokens(clock),
                limits,
                new TextQrCodes(),
                new TextPosters(),
                card -> ("card " + card.code() + " " + card.maskedName()).getBytes(UTF_8),
                codes,
                links,
                passCodes,
                activationDelay,
                UUID::randomUUID,
                clock,
                new CountedCodes(),
                secondFactorRequired,
                new NamedWeChatPhone(),
                messages::send,
                messages::send,
                true,
                new AuditSeals(new MacKeys((byte) 1, Map.of((byte) 1, new byte[32]))),
                Optional.of(photos),
                new UnchangedPhotos(),
                task -> {},
                new TextDocuments(),
                Optional.of(new PhoneNumber("+8613900000000")),
                RetentionLimits.DEFAULT.visits(),
                readings,
                "test"));
  }

  /** All use cases as in production, where staff must have an authenticator app. */
  public static TestApplication withSecondFactor() {
    return new TestApplication(
        InMemoryStore.create(), ACTIVATION_DELAY, CountingRateLimits.none(), true);
  }

  public UseCases useCases() {
    return useCases;
  }

  public Stores stores() {
    return stores;
  }

  public MovableClock clock() {
    return clock;
  }

  /** What WeChat and the text gateway were given. */
  public RecordedMessages messages() {
    return messages;
  }

  /** The contents of photos. */
  public InMemoryPhotoStore photos() {
    return photos;
  }

  /** What the ledger measured, as the test says. */
  public SetReadings readings() {
    return readings;
  }

  public PosterCodes codes() {
    return codes;
  }

  public PassCodes passCodes() {
    return passCodes;
  }

  public PosterLinks links() {
    return links;
  }

  public StoreFixtures fixtures() {
    return new StoreFixtures(stores, clock);
  }

  /** A staff account with {@link #PASSWORD}, which its holder chose. */
  public StaffAccount addStaff(String username, Role role, DivisionCode division) {
    return addStaff(username, Set.of(role), Jurisdiction.of(division));
  }

  public StaffAccount addStaff(String username, Set<Role> roles, Jurisdiction jurisdiction) {
    var id = new StaffId(UUID.randomUUID());
    String hash = new ReversedPasswords().hash(PASSWORD);
    var account =
        StaffAccount.added(id, new Username(username), roles, jurisdiction, clock.instant());
    if (!stores.staff().add(account, hash)) {
      throw new IllegalStateException("the username is taken");
    }
    stores.staff().setPassword(id, hash, false);
    return stores.staff().find(id).orElseThrow();
  }
}
