package cn.venuepass.persistence.tracing;

import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.domain.tracing.TraceParameters;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Not written yet. */
public final class JdbiTraceParameters implements TraceParametersRepository {
  public JdbiTraceParameters(Jdbi jdbi) {}

  @Override
  public TraceParameters current() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<TraceParameters> find(int version) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Made> list() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean add(Made next) {
    throw new UnsupportedOperationException();
  }
}
