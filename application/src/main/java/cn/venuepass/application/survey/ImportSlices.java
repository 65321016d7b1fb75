package cn.venuepass.application.survey;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.application.venue.VenueTypeRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.PlaceKey;
import cn.venuepass.domain.survey.SurveyFinding;
import cn.venuepass.domain.survey.SurveyImport.Tally;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds some lines of a list against what is known, with a few queries for all of them. */
final class ImportSlices {
  private final SurveyPlaceRepository places;
  private final DivisionRepository divisions;
  private final VenueTypeRepository types;
  private final IdGenerator ids;

  ImportSlices(
      SurveyPlaceRepository places,
      DivisionRepository divisions,
      VenueTypeRepository types,
      IdGenerator ids) {
    this.places = places;
    this.divisions = divisions;
    this.types = types;
    this.ids = ids;
  }

  /** What lines mean. */
  record Slice(
      List<SurveyLine> bad,
      Map<Integer, SurveyPlaceId> good,
      List<SurveyPlace> added,
      List<SurveyPlace> changed) {

    Tally tally() {
      int unchanged = good.size() - added.size() - changed.size();
      return new Tally(added.size(), changed.size(), unchanged, bad.size());
    }
  }

  /**
   * Examines lines and stores nothing.
   *
   * @param named which of some places earlier lines of the same list have named
   */
  Slice examine(
      List<SurveyLine> lines,
      Jurisdiction jurisdiction,
      Instant now,
      Function<Collection<SurveyPlaceId>, Set<SurveyPlaceId>> named) {
    Known known = known(lines, jurisdiction);
    Set<SurveyPlaceId> taken = new HashSet<>(named.apply(known.ids()));
    var slice =
        new Slice(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    for (SurveyLine line : lines) {
      SurveyFinding finding = find(line, known, now);
      if (finding instanceof SurveyFinding.Wrong wrong) {
        slice.bad().add(line.isBad() ? line : line.withFault(wrong.fault()));
      } else if (finding instanceof SurveyFinding.Added added) {
        slice.added().add(added.place());
        slice.good().put(line.number(), added.place().id());
      } else if (finding instanceof SurveyFinding.Unchanged same) {
        take(line, same.place(), Optional.empty(), taken, slice);
      } else if (finding instanceof SurveyFinding.Changed changed) {
        take(line, changed.before(), Optional.of(changed.place()), taken, slice);
      }
    }
    return slice;
  }

  private static void take(
      SurveyLine line,
      SurveyPlace before,
      Optional<SurveyPlace> next,
      Set<SurveyPlaceId> taken,
      Slice slice) {
    if (taken.add(before.id())) {
      slice.good().put(line.number(), before.id());
      next.ifPresent(slice.changed()::add);
    } else {
      slice.bad().add(line.withFault(new InvalidValue("name", Rule.REPEATED)));
    }
  }

  private SurveyFinding find(SurveyLine line, Known known, Instant now) {
    if (line.isBad()) {
      return new SurveyFinding.Wrong(line.faults().get(0));
    }
    PlaceDetails details = line.details();
    Optional<SurveyFinding> wrong = known.fault(details).map(SurveyFinding.Wrong::new);
    return wrong.orElseGet(
        () ->
            SurveyFinding.of(
                details,
                known.byCode(details),
                known.byKey(details),
                new SurveyPlaceId(ids.next()),
                now));
  }

  private Known known(List<SurveyLine> lines, Jurisdiction jurisdiction) {
    List<PlaceDetails> good =
        lines.stream().filter(line -> !line.isBad()).map(SurveyLine::details).toList();
    List<SurveyPlace> found =
        places.listKnown(
            good.stream().flatMap(details -> details.socialCreditCode().stream()).toList(),
            good.stream().map(PlaceKey::of).toList());
    Set<DivisionCode> codes =
        Stream.concat(good.stream(), found.stream().map(SurveyPlace::details))
            .map(PlaceDetails::community)
            .collect(Collectors.toSet());
    Map<DivisionCode, Division.Level> levels =
        divisions.listWithin(codes, jurisdiction).stream()
            .collect(Collectors.toMap(Division::code, Division::level));
    Set<VenueTypeCode> open =
        types.list().stream()
            .map(VenueType::code)
            .filter(
                code ->
                    !(jurisdiction instanceof Jurisdiction.OfVenueTypes own)
                        || own.types().contains(code))
            .collect(Collectors.toSet());
    return new Known(found, levels, open);
  }

  /** What there is of that which lines name, as far as the caller answers for it. */
  private static final class Known {
    private final Map<SocialCreditCode, SurveyPlace> byCode = new HashMap<>();
    private final Map<PlaceKey, SurveyPlace> byKey = new HashMap<>();
    private final Map<DivisionCode, Division.Level> levels;
    private final Set<VenueTypeCode> types;

    Known(
        List<SurveyPlace> places,
        Map<DivisionCode, Division.Level> levels,
        Set<VenueTypeCode> types) {
      this.levels = levels;
      this.types = types;
      for (SurveyPlace place : places) {
        place.details().socialCreditCode().ifPresent(code -> byCode.put(code, place));
        byKey.put(place.key(), place);
      }
    }

    Set<SurveyPlaceId> ids() {
      return byKey.values().stream().map(SurveyPlace::id).collect(Collectors.toSet());
    }

    Optional<SurveyPlace> byCode(PlaceDetails details) {
      return details.socialCreditCode().map(byCode::get);
    }

    Optional<SurveyPlace> byKey(PlaceDetails details) {
      return byKey.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(byKey.get(PlaceKey.of(details)));
    }

    /** What is wrong with where the place lies or what it is, or with whose it is already. */
    Optional<InvalidValue> fault(PlaceDetails details) {
      Optional<Division.Level> level = Optional.ofNullable(levels.get(details.community()));
      if (!types.contains(details.type())) {
        return Optional.of(new InvalidValue("type", Rule.UNKNOWN));
      } else if (level.isEmpty()) {
        return Optional.of(new InvalidValue("communityCode", Rule.UNKNOWN));
      } else if (level.get() != Division.Level.COMMUNITY) {
        return Optional.of(new InvalidValue("communityCode", Rule.NOT_A_COMMUNITY));
      } else if (byCode(details).filter(this::isForeign).isPresent()) {
        return Optional.of(new InvalidValue("socialCreditCode", Rule.OF_ANOTHER_PLACE));
      }
      return byKey(details)
          .filter(this::isForeign)
          .map(place -> new InvalidValue("name", Rule.OF_ANOTHER_PLACE));
    }

    private boolean isForeign(SurveyPlace place) {
      return !levels.containsKey(place.details().community())
          || !types.contains(place.details().type());
    }
  }
}
