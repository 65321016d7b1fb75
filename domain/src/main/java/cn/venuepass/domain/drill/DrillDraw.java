package cn.venuepass.domain.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is invented for a drill. Everything follows from the seed: the numbers are those of {@link
 * Random}, which its documentation fixes, begun with the first eight bytes of the SHA-256 of the
 * seed.
 */
public final class DrillDraw {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Pattern REGION =
      Pattern.compile("(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{4}");
  private static final String ANY_REGION = "659000";
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
  private static final int DAYS_OF_BIRTH = 10_956;
  private static final int SEQUENCES = 1_000;
  private static final int DAYS = 4;
  private static final List<Integer> HOURS = List.of(9, 14, 19);
  private static final int LATEST_BEGIN_MINUTES = 60;
  private static final int SHORTEST_MINUTES = 30;
  private static final int MORE_MINUTES = 90;

  private final Random random;

  public DrillDraw(String seed) {
    this.random = new Random(ByteBuffer.wrap(digest(seed)).getLong());
  }

  /** A stay at a venue. */
  public record DrawnStay(VenueId venue, Interval span) {}

  /**
   * The ID number of somebody who would have been born before 1930 in the community's region, so
   * that hardly anybody alive has it.
   */
  public ResidentIdNumber idNumber(DivisionCode community) {
    String code = community.text().substring(0, Math.min(6, community.text().length()));
    String region = REGION.matcher(code).matches() ? code : ANY_REGION;
    LocalDate birth = EARLIEST_BIRTH.plusDays(random.nextInt(DAYS_OF_BIRTH));
    String digits =
        region
            + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
            + "%03d".formatted(random.nextInt(SEQUENCES));
    return new ResidentIdNumber(digits + ResidentIdNumber.checkCharacter(digits));
  }

  /**
   * Stays of the last days, three a day, none of which lasts beyond now.
   *
   * @param venues at least one; their order does not matter
   */
  public List<DrawnStay> stays(List<VenueId> venues, Instant now) {
    List<VenueId> ordered =
        venues.stream().sorted(Comparator.comparing(venue -> venue.value().toString())).toList();
    LocalDate today = LocalDate.ofInstant(now, CHINA);
    List<DrawnStay> stays = new ArrayList<>();
    for (LocalDate day :
        Stream.iterate(today.minusDays(DAYS), d -> d.plusDays(1)).limit(DAYS + 1L).toList()) {
      for (int hour : HOURS) {
        VenueId venue = ordered.get(random.nextInt(ordered.size()));
        Instant from =
            day.atTime(hour, random.nextInt(LATEST_BEGIN_MINUTES)).atZone(CHINA).toInstant();
        Instant to = from.plus(Duration.ofMinutes(SHORTEST_MINUTES + random.nextInt(MORE_MINUTES)));
        if (!to.isAfter(now)) {
          stays.add(new DrawnStay(venue, new Interval(from, to)));
        }
      }
    }
    return stays;
  }

  private static byte[] digest(String seed) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(seed.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
