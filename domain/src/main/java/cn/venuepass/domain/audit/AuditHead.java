package cn.venuepass.domain.audit;

/**
 * The end of the chain. Kept outside of the database too, it shows that nothing before it changed.
 *
 * @param last the number of the last sealed event, 0 if none was ever sealed
 * @param seal the last seal
 * @param keyId the key that made {@code mac}
 * @param mac over the two
 */
public record AuditHead(long last, String seal, byte keyId, String mac) {
  /** Nothing was sealed yet. */
  public static final AuditHead NONE = new AuditHead(0, "", (byte) 0, "");

  /** As it is written into an operator's log: the number and the seal. */
  public String anchor() {
    return last + ":" + seal;
  }
}
