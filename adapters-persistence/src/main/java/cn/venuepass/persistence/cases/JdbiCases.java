package cn.venuepass.persistence.cases;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.cases.CaseRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.persistence.PersonalFields;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Not written yet. */
public final class JdbiCases implements CaseRepository {
  public JdbiCases(Jdbi jdbi, PersonalFields fields) {}

  @Override
  public void add(Case opened) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Case> findWithin(Jurisdiction jurisdiction, CaseId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Case> listWithin(Jurisdiction jurisdiction, Filter filter, PageRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Case> listOpen() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean replace(Case changed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean addStatement(CaseId of, Statement told) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Statement> statementsOf(CaseId of) {
    throw new UnsupportedOperationException();
  }
}
