package cn.venuepass.application.cases;

import cn.venuepass.application.Result;
import cn.venuepass.application.cases.ContactLists.Filter;
import cn.venuepass.application.cases.ContactLists.Place;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.tracing.Contact;
import java.util.List;
import java.util.Optional;

/** The contacts of an open case, for its team; whoever is shown is noted. */
public interface ViewContacts {

  /**
   * A part of the list in its order; the first one is of a trace that is at most some seconds old.
   */
  Result<Listed> list(Caller.Staff tracer, CaseId of, Filter filter, Part part);

  /** How the list came to be so, the latest revision first; nobody is shown. */
  Result<List<Revision>> revisions(Caller.Staff tracer, CaseId of);

  /** What changed with one of them. */
  Result<Changed> changes(Caller.Staff tracer, CaseId of, int revision);

  /**
   * The part of a list.
   *
   * @param limit 1 to 200
   */
  record Part(int limit, Optional<Place> after) {}

  /** A part of a list, with where it goes on. */
  record Listed(Revision revision, List<Named> contacts, Optional<Place> next) {}

  /** A contact with a name. */
  record Named(Contact contact, ShownPerson person) {}

  /**
   * What changed with a revision.
   *
   * @param changes at most 1,000
   * @param all how many there are
   */
  record Changed(Revision revision, List<NamedChange> changes, int all) {}

  /** A change with the name of whom it concerns. */
  record NamedChange(ContactChange change, ShownPerson person) {}
}
