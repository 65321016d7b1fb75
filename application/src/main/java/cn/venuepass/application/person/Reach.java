package cn.venuepass.application.person;

import cn.venuepass.domain.person.PhoneNumber;
import java.util.Optional;

/**
 * Where messages reach the holder of an account.
 *
 * @param weChat absent if they sign in by phone only, or did not sign in since it is kept
 * @param phone a number that they have shown to be theirs, never one that was only typed
 */
public record Reach(Optional<WeChatIdentity> weChat, Optional<PhoneNumber> phone) {}
