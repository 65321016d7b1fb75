package cn.venuepass.persistence.cases;

import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Not written yet. */
public final class JdbiContactLists implements ContactLists {
  public JdbiContactLists(Jdbi jdbi) {}

  @Override
  public Optional<Revision> latest(CaseId of) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Revision> revisions(CaseId of) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ContactChange> changes(CaseId of, int revision) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean add(Revision next, List<Contact> contacts, List<ContactChange> changes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean refresh(Revision latest, List<Contact> contacts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void each(CaseId of, Consumer<Contact> taker) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Contact> list(CaseId of, Filter filter, Optional<Place> after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int count(CaseId of, Filter filter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Contact> find(CaseId of, PersonId person) {
    throw new UnsupportedOperationException();
  }
}
