package cn.venuepass.rest.access;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.access.Caller;
import cn.venuepass.rest.problem.HelpPhone;
import cn.venuepass.rest.problem.Messages;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Supplier;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.process.internal.RequestScoped;

/**
 * Hands resource methods who asks, as the kind that their rights admit, in which language, and from
 * where.
 */
public final class CallerBinder extends AbstractBinder {
  private final HelpPhone helpPhone;

  /**
   * A binder.
   *
   * @param helpPhone whom the words name that tell people to call somebody
   */
  public CallerBinder(HelpPhone helpPhone) {
    this.helpPhone = helpPhone;
  }

  @Override
  @SuppressWarnings("unchecked") // Jersey's binding builder returns itself as a raw type
  protected void configure() {
    bindFactory(AnyCaller.class).to(Caller.class).in(RequestScoped.class);
    bindFactory(ResidentCaller.class).to(Caller.Resident.class).in(RequestScoped.class);
    bindFactory(StaffCaller.class).to(Caller.Staff.class).in(RequestScoped.class);
    bind(helpPhone).to(HelpPhone.class);
    bindFactory(CallersMessages.class).to(Messages.class).in(RequestScoped.class);
    bindFactory(CallersAddress.class).to(ClientAddress.class).in(RequestScoped.class);
  }

  private static Caller callerOf(ContainerRequestContext request) {
    return (Caller) requireNonNull(request.getProperty(AccessFilter.CALLER));
  }

  /** Whoever passed the filter. */
  static final class AnyCaller implements Supplier<Caller> {
    private final ContainerRequestContext request;

    @Inject
    AnyCaller(ContainerRequestContext request) {
      this.request = request;
    }

    @Override
    public Caller get() {
      return callerOf(request);
    }
  }

  /** A resident. */
  static final class ResidentCaller implements Supplier<Caller.Resident> {
    private final ContainerRequestContext request;

    @Inject
    ResidentCaller(ContainerRequestContext request) {
      this.request = request;
    }

    @Override
    public Caller.Resident get() {
      return (Caller.Resident) callerOf(request);
    }
  }

  /** A member of staff. */
  static final class StaffCaller implements Supplier<Caller.Staff> {
    private final ContainerRequestContext request;

    @Inject
    StaffCaller(ContainerRequestContext request) {
      this.request = request;
    }

    @Override
    public Caller.Staff get() {
      return (Caller.Staff) callerOf(request);
    }
  }

  /** The words in the language that the request asks for. */
  static final class CallersMessages implements Supplier<Messages> {
    private final ContainerRequestContext request;
    private final HelpPhone helpPhone;

    @Inject
    CallersMessages(ContainerRequestContext request, HelpPhone helpPhone) {
      this.request = request;
      this.helpPhone = helpPhone;
    }

    @Override
    public Messages get() {
      return Messages.in(Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)))
          .naming(helpPhone);
    }
  }

  /** Where the connection comes from. */
  static final class CallersAddress implements Supplier<ClientAddress> {
    private final Provider<Request> request;

    @Inject
    CallersAddress(Provider<Request> request) {
      this.request = request;
    }

    @Override
    public ClientAddress get() {
      return new ClientAddress(
          (String) requireNonNull(request.get().getAttribute(ClientAddress.ATTRIBUTE)));
    }
  }
}
