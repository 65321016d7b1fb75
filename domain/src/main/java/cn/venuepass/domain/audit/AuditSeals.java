package cn.venuepass.domain.audit;

import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.audit.AuditFault.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Seals the audit log: HMAC-SHA256 over the seal before and every event of a batch, so that who
 * lacks the key cannot change, remove, add or reorder events without it being seen. An older key
 * still checks what it sealed.
 */
public final class AuditSeals {
  private static final String SEAL = "seal";
  private static final String HEAD = "head";

  private final Supplier<MacKeys> keys;

  /**
   * Seals under a ring that may change while the service runs.
   *
   * @param keys keys of any purpose; those of the audit log are derived from them
   */
  public AuditSeals(Supplier<MacKeys> keys) {
    this.keys = () -> keys.get().derivedFor("audit");
  }

  public AuditSeals(MacKeys keys) {
    this(() -> keys);
  }

  /** The seal over the events that follow the head, in that order. */
  public AuditSeal seal(AuditHead head, List<AuditEntry> entries, Instant now) {
    var open =
        new AuditSeal(
            head.last() + 1,
            head.last() + entries.size(),
            now.truncatedTo(ChronoUnit.MICROS),
            keys.get().primary(),
            "");
    return new AuditSeal(
        open.first(),
        open.last(),
        open.sealedAt(),
        open.keyId(),
        mac(open.keyId(), sealText(head.seal(), open, entries)).orElseThrow());
  }

  /** The end of a chain that ends with that seal. */
  public AuditHead headAfter(AuditSeal seal) {
    byte[] text = headText(seal.last(), seal.mac());
    byte primary = keys.get().primary();
    return new AuditHead(seal.last(), seal.mac(), primary, mac(primary, text).orElseThrow());
  }

  /** What is wrong with a seal over those events, after the seal before. */
  public Optional<Kind> faultOf(String before, AuditSeal seal, List<AuditEntry> entries) {
    return fault(seal.keyId(), sealText(before, seal, entries), seal.mac(), Kind.SEAL_BROKEN);
  }

  /** What is wrong with the end of the chain. */
  public Optional<Kind> faultOf(AuditHead head) {
    return head.equals(AuditHead.NONE)
        ? Optional.empty()
        : fault(head.keyId(), headText(head.last(), head.seal()), head.mac(), Kind.HEAD_BROKEN);
  }

  private Optional<Kind> fault(byte keyId, byte[] text, String mac, Kind otherwise) {
    Optional<String> expected = mac(keyId, text);
    if (expected.isEmpty()) {
      return Optional.of(Kind.KEY_UNKNOWN);
    }
    return expected.get().equals(mac) ? Optional.empty() : Optional.of(otherwise);
  }

  private static byte[] sealText(String before, AuditSeal seal, List<AuditEntry> entries) {
    CanonicalText text =
        new CanonicalText()
            .add(SEAL)
            .add(before)
            .add(seal.first())
            .add(seal.last())
            .add(seal.sealedAt().toString())
            .add(entries.size());
    long number = seal.first();
    for (AuditEntry entry : entries) {
      text.add(entry.digest(number++));
    }
    return text.bytes();
  }

  private static byte[] headText(long last, String seal) {
    return new CanonicalText().add(HEAD).add(last).add(seal).bytes();
  }

  private Optional<String> mac(byte keyId, byte[] text) {
    return keys.get().mac(keyId, text, text.length).map(HexFormat.of()::formatHex);
  }
}
