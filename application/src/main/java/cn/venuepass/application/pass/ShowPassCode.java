package cn.venuepass.application.pass;

import cn.venuepass.application.Result;
import cn.venuepass.application.venue.QrCodeRenderer;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.pass.PassCodes;
import cn.venuepass.domain.person.FamilyLinkId;
import java.util.Optional;

/**
 * A resident shows who they are, or who their family member is, on a screen (通行码; notice, appendix,
 * part 3, step 2). Each call makes a fresh code.
 */
public interface ShowPassCode {

  /**
   * A code for oneself, or for a family member. Denied with IDENTITY_REQUIRED or NOT_FOUND.
   *
   * @param member empty for oneself
   */
  Result<PassCodes.Issued> show(Caller.Resident resident, Optional<FamilyLinkId> member);

  /** The picture of such a code. */
  Result<byte[]> draw(
      Caller.Resident resident, Optional<FamilyLinkId> member, QrCodeRenderer.Format format);
}
