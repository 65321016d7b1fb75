package cn.venuepass.testkit.memory;

import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.domain.tracing.TraceParameters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryTraceParameters implements TraceParametersRepository {
  private static final Comparator<Made> LATEST_FIRST =
      Comparator.comparing((Made made) -> made.parameters().version()).reversed();

  private final InMemoryStore store;
  private final Map<Integer, Made> versions;

  InMemoryTraceParameters(InMemoryStore store) {
    this.store = store;
    this.versions = store.table();
  }

  @Override
  public TraceParameters current() {
    return list().stream().findFirst().map(Made::parameters).orElse(TraceParameters.DEFAULT);
  }

  @Override
  public Optional<TraceParameters> find(int version) {
    return version == TraceParameters.DEFAULT.version()
        ? Optional.of(TraceParameters.DEFAULT)
        : store.run(() -> Optional.ofNullable(versions.get(version)).map(Made::parameters));
  }

  @Override
  public List<Made> list() {
    return store.run(() -> versions.values().stream().sorted(LATEST_FIRST).toList());
  }

  @Override
  public boolean add(Made next) {
    return store.run(() -> versions.putIfAbsent(next.parameters().version(), next) == null);
  }
}
