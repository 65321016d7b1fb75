package cn.venuepass.rest.json;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.rest.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the fields of a request into values of the domain, and lists everything that is wrong. */
public final class Fields {
  private final List<InvalidValue> invalid = new ArrayList<>();

  /** A field that must be there. */
  public <V, T> Field<T> required(String name, @Nullable V raw, Function<V, T> reader) {
    if (raw == null) {
      invalid.add(new InvalidValue(name, Rule.REQUIRED));
      return new Field<>(null);
    }
    return read(name, raw, reader);
  }

  /** A field that may be absent or null. */
  public <V, T> Field<Optional<T>> optional(String name, @Nullable V raw, Function<V, T> reader) {
    return raw == null
        ? new Field<>(Optional.empty())
        : read(name, raw, value -> Optional.of(reader.apply(value)));
  }

  /**
   * Fields of which exactly one must be there; else all of them are wrong.
   *
   * @return whether exactly one is
   */
  public boolean exactlyOne(List<String> names, @Nullable Object... raw) {
    boolean one = Arrays.stream(raw).filter(Objects::nonNull).count() == 1;
    if (!one) {
      names.forEach(name -> invalid.add(new InvalidValue(name, Rule.EXACTLY_ONE)));
    }
    return one;
  }

  /** Throws the problem that names all invalid fields, if there is one. */
  public void verify() {
    if (!invalid.isEmpty()) {
      throw ProblemException.invalid(invalid);
    }
  }

  private <V, T> Field<T> read(String name, V raw, Function<V, T> reader) {
    try {
      return new Field<>(reader.apply(raw));
    } catch (InvalidValue e) {
      invalid.add(new InvalidValue(name, e.rule()));
      return new Field<>(null);
    }
  }

  /** Reads a name of an enumeration. */
  public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
    return name -> {
      for (E constant : requireNonNull(type.getEnumConstants())) {
        if (constant.name().equals(name)) {
          return constant;
        }
      }
      throw new InvalidValue(type.getSimpleName(), Rule.UNKNOWN);
    };
  }

  /** Reads {@code true} or {@code false}. */
  public static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidValue("flag", Rule.FORMAT);
    };
  }

  /** Reads a number between these two, both included. */
  public static Function<String, Integer> numberWithin(int least, int most) {
    return text -> {
      int number = number(text);
      if (number < least || number > most) {
        throw new InvalidValue("number", Rule.OUT_OF_RANGE);
      }
      return number;
    };
  }

  /** Reads a number. */
  public static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidValue("number", Rule.FORMAT);
    }
  }

  /** Reads an id. */
  public static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("id", Rule.FORMAT);
    }
  }

  /** A field's value, there once {@link Fields#verify} has passed. */
  public record Field<T>(@Nullable T value) {
    public T get() {
      return requireNonNull(value, "verify first");
    }
  }
}
