package cn.venuepass.application.pass;

import cn.venuepass.application.Result;
import cn.venuepass.application.venue.QrCodeRenderer;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.pass.PaperPassId;
import cn.venuepass.domain.person.FamilyLinkId;
import java.time.Instant;

/**
 * A resident's care for the paper passes that they issued to family members; one that somebody else
 * issued is none of theirs. All deny with NOT_FOUND.
 */
public interface ManagePaperPasses {

  /** Issues a pass; the one that the person had is revoked, whoever issued it. */
  Result<IssuedPass> issue(Caller.Resident guardian, FamilyLinkId member);

  /** The pass that is good now. */
  Result<IssuedPass> view(Caller.Resident guardian, FamilyLinkId member);

  /** The picture of its code. */
  Result<byte[]> draw(Caller.Resident guardian, FamilyLinkId member, QrCodeRenderer.Format format);

  /** The pass as a card to print, PDF. */
  Result<byte[]> print(Caller.Resident guardian, FamilyLinkId member);

  /** Revokes the pass: it registers nobody from the very next scan on. */
  Result<PaperPassId> revoke(Caller.Resident guardian, FamilyLinkId member);

  /** A pass that is good, with its code. */
  record IssuedPass(String code, Instant issuedAt) {
    @Override
    public String toString() {
      return "IssuedPass[***, " + issuedAt + "]";
    }
  }
}
