package cn.venuepass.application.access;

import cn.venuepass.domain.access.SignInCode;
import java.time.Duration;
import java.util.Optional;

/**
 * A one-time code is on its way.
 *
 * @param expiresIn how long it is good
 * @param shown the code itself, only where no phone gets it: in the demo
 */
public record CodeSent(Duration expiresIn, Optional<SignInCode> shown) {}
