package cn.venuepass.application.person;

import cn.venuepass.application.Result;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;

/** Real-name registration: one person, one account. */
@FunctionalInterface
public interface RegisterIdentity {

  /**
   * Binds the account to the person with that ID number. Repeated by the same account it corrects
   * name, phone and consent. A paper pass of the person dies: whoever looked after them can revoke
   * it no more. Denied with IDENTITY_ALREADY_BOUND or too many requests; with UNKNOWN_CODE when
   * WeChat knows no phone behind the code, and SIGN_IN_UNAVAILABLE when it cannot be asked.
   */
  Result<Profile> register(AccountId account, Identity identity);

  /** Who somebody says they are, and the privacy text that they agreed to. */
  record Identity(ResidentIdNumber idNumber, PersonName name, Phone phone, Consent consent) {
    public Identity(
        ResidentIdNumber idNumber, PersonName name, PhoneNumber phone, Consent consent) {
      this(idNumber, name, new Phone.Typed(phone), consent);
    }
  }

  /** Where somebody's phone number comes from. */
  sealed interface Phone {
    record Typed(PhoneNumber number) implements Phone {}

    /** The code of WeChat's phone button, good for one question about the number. */
    record SharedByWeChat(String code) implements Phone {
      @Override
      public String toString() {
        return "SharedByWeChat[***]";
      }
    }
  }
}
