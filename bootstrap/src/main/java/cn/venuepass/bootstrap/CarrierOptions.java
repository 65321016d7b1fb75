package cn.venuepass.bootstrap;

import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;

import cn.venuepass.application.Result;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.SmsGateway;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.wechat.HttpSmsGateway;
import cn.venuepass.wechat.MessageTemplates;
import cn.venuepass.wechat.WeChat;
import cn.venuepass.wechat.WeChatSettings;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The options about WeChat and the provider of text messages; without them neither is asked. */
final class CarrierOptions {
  private static final Logger LOG = LoggerFactory.getLogger(CarrierOptions.class);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Option(names = "--wechat-app-id", paramLabel = "ID", description = "the mini-program's AppID")
  private @Nullable String appId;

  @Option(
      names = "--wechat-secret",
      paramLabel = "SECRET",
      description = "its AppSecret; better given as variable or in the file than here")
  private @Nullable String secret;

  @Option(
      names = "--wechat-templates",
      paramLabel = "FILE",
      description = "a properties file with its templates of subscribe messages")
  private @Nullable Path templates;

  @Option(names = "--wechat-url", hidden = true, description = "where WeChat's interface is")
  private URI base = WeChatSettings.OFFICIAL;

  @Option(
      names = "--wechat-connect-timeout",
      paramLabel = "DURATION",
      defaultValue = "PT2S",
      description = "how long to wait for a connection (default: ${DEFAULT-VALUE})")
  private Duration connect;

  @Option(
      names = "--wechat-read-timeout",
      paramLabel = "DURATION",
      defaultValue = "PT3S",
      description = "how long to wait for an answer (default: ${DEFAULT-VALUE})")
  private Duration read;

  @Option(
      names = "--sms-gateway",
      paramLabel = "FILE",
      description = "a properties file that describes how text messages are sent")
  private @Nullable Path sms;

  private Optional<MessageTemplates> knownTemplates = Optional.empty();
  private Optional<SmsGateway> gateway = Optional.empty();

  /**
   * Everything that is wrong with the values.
   *
   * @param atOnce how many calls to a carrier there may be at once
   */
  List<String> faults(int atOnce) {
    List<String> faults = new ArrayList<>();
    if (isBlank(appId) != isBlank(secret)) {
      faults.add("--wechat-app-id, --wechat-secret: one is of no use without the other");
    }
    if (templates != null && isBlank(appId)) {
      faults.add("--wechat-templates: is of no use without --wechat-app-id");
    }
    if (!PosterLinks.isOrigin(base)) {
      faults.add("--wechat-url: must be http(s), a host, perhaps a port: https://host");
    }
    if (isUnusable(connect) || isUnusable(read)) {
      faults.add("--wechat-connect-timeout, --wechat-read-timeout: must be at most PT1M");
    }
    knownTemplates = read("--wechat-templates", templates, MessageTemplates::of, faults);
    gateway = read("--sms-gateway", sms, file -> HttpSmsGateway.of(file, atOnce), faults);
    return faults;
  }

  /** The carriers, once there are no faults; tells the log what there is. */
  Carriers.Source source(int atOnce) {
    MessageTemplates known = knownTemplates.orElseGet(() -> MessageTemplates.of(new Properties()));
    Optional<WeChatSettings> settings = weChat(atOnce);
    LOG.info(
        settings.isPresent()
            ? "WeChat is set up, with {} message templates"
            : "WeChat is not set up (--wechat-app-id): nobody can sign in with it",
        known.size());
    LOG.info(
        gateway.isPresent()
            ? "Text messages are set up"
            : "Text messages are not set up (--sms-gateway): none are sent");
    SmsGateway texts = gateway.orElse(message -> Delivery.REFUSED);
    return (tokens, clock) ->
        settings
            .map(given -> WeChat.connect(given, known, tokens, clock))
            .map(on -> new Carriers(on.login(), on.phone(), on.messages(), texts))
            .orElseGet(() -> withoutWeChat(texts));
  }

  private Optional<WeChatSettings> weChat(int atOnce) {
    return appId == null || appId.isBlank() || secret == null
        ? Optional.empty()
        : Optional.of(
            new WeChatSettings(appId.strip(), secret.strip(), base, connect, read, atOnce));
  }

  private static Carriers withoutWeChat(SmsGateway texts) {
    return new Carriers(
        code -> Result.denied(SIGN_IN_UNAVAILABLE),
        code -> Result.denied(SIGN_IN_UNAVAILABLE),
        message -> Delivery.REFUSED,
        texts);
  }

  private static boolean isUnusable(Duration timeout) {
    return timeout.compareTo(Duration.ZERO) <= 0 || timeout.compareTo(LONGEST) > 0;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static <T> Optional<T> read(
      String option, @Nullable Path path, Function<Properties, T> reader, List<String> faults) {
    if (path == null) {
      return Optional.empty();
    }
    var file = new Properties();
    try (Reader text = Files.newBufferedReader(path)) {
      file.load(text);
      return Optional.of(reader.apply(file));
    } catch (IOException e) {
      faults.add(option + ": cannot be read: " + path);
    } catch (IllegalArgumentException e) {
      faults.add(option + ": " + e.getMessage());
    }
    return Optional.empty();
  }
}
