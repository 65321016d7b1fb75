/** A code is good for five minutes from the moment the service made it, says the API. */
const GOOD_MILLIS = 5 * 60 * 1000
/** Renewed while the old one is still good, so that a gate without network does not hide it at once. */
const RENEW_MILLIS = 4 * 60 * 1000

/**
 * How old a code is, by the time that went by on this device and not by its clock: many phones'
 * clocks are wrong. A clock that was set back makes the age unknown, and the code counts as old.
 *
 * @param askedAt when it was asked for, hence not later than when it was made
 */
function age(askedAt: number, now: number): number {
  return now < askedAt ? GOOD_MILLIS : now - askedAt
}

/** Whole seconds until it may not be shown any more; 0 when that is over. */
export function secondsLeft(askedAt: number, now: number): number {
  return Math.max(0, Math.ceil((GOOD_MILLIS - age(askedAt, now)) / 1000))
}

/** Whether it is time for another one. */
export function wantsRenewal(askedAt: number, now: number): boolean {
  return age(askedAt, now) >= RENEW_MILLIS
}
