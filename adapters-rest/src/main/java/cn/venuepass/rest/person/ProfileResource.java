package cn.venuepass.rest.person;

import cn.venuepass.application.person.PersonUseCases;
import cn.venuepass.application.person.RegisterIdentity.Identity;
import cn.venuepass.application.person.RegisterIdentity.Phone;
import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Fields.Field;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's own account and identity. */
@Path(ApiPaths.BASE + "/me")
@Produces(MediaType.APPLICATION_JSON)
public final class ProfileResource {
  private static final int LONGEST_PHONE_CODE = 512;

  private final PersonUseCases person;
  private final InstantSource clock;

  public ProfileResource(PersonUseCases person, InstantSource clock) {
    this.person = person;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public ProfileResponse view(@Context Caller.Resident caller) {
    return person
        .viewProfile()
        .view(caller.account())
        .map(ProfileResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @PUT
  @Path("identity")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public ProfileResponse register(@Context Caller.Resident caller, IdentityRequest request) {
    return person
        .registerIdentity()
        .register(caller.account(), request.identity(clock))
        .map(ProfileResponse::of)
        .orElseThrow(ProblemException::of);
  }

  /**
   * Who the caller is.
   *
   * @param phoneCode instead of a phone: what WeChat's phone button gave
   */
  record IdentityRequest(
      @Nullable String name,
      @Nullable String idNumber,
      @Nullable String phone,
      @Nullable String phoneCode,
      @Nullable String consentVersion) {

    Identity identity(InstantSource clock) {
      var fields = new Fields();
      var number = fields.required("idNumber", idNumber, PersonFields.idNumber(clock));
      var fullName = fields.required("name", name, PersonName::new);
      var ownPhone = phone(fields);
      var consent = fields.required("consentVersion", consentVersion, Consent::new);
      fields.verify();
      return new Identity(number.get(), fullName.get(), ownPhone.get(), consent.get());
    }

    /**
     * Typed, or shared by WeChat: exactly one, and without either it is the typed one that lacks.
     */
    private Field<Phone> phone(Fields fields) {
      if (phoneCode == null) {
        return fields.required("phone", phone, text -> new Phone.Typed(PersonFields.phone(text)));
      }
      return fields.exactlyOne(List.of("phone", "phoneCode"), phone, phoneCode)
          ? fields.required("phoneCode", phoneCode, IdentityRequest::shared)
          : new Field<>(null);
    }

    private static Phone shared(String code) {
      return new Phone.SharedByWeChat(PlainText.checked("phoneCode", code, LONGEST_PHONE_CODE));
    }

    @Override
    public String toString() {
      return "IdentityRequest[***]";
    }
  }
}
