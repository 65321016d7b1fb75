package cn.venuepass.testkit.memory;

import static java.util.Objects.requireNonNull;

import cn.venuepass.application.Stores;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;

/** Stores of which a part is another one, for whoever watches, breaks or leaves out a port. */
public final class RebuiltStores {
  private RebuiltStores() {}

  /** The stores with another one behind a port. */
  public static <T> Stores with(Stores stores, Class<T> port, T other) {
    return of(component -> component.getType().equals(port) ? other : port(stores, component));
  }

  /** Stores of which each is what it is given for its port. */
  public static Stores of(Function<RecordComponent, Object> port) {
    RecordComponent[] components = Stores.class.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return Stores.class
          .getDeclaredConstructor(types)
          .newInstance(Arrays.stream(components).map(port).toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object port(Stores stores, RecordComponent component) {
    try {
      return requireNonNull(component.getAccessor().invoke(stores), component.getName());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
