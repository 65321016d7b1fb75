package cn.venuepass.domain.gate;

/**
 * How well a venue serves people without a phone, as far as records can tell. How long they wait
 * cannot be known; that a venue registers far fewer of them than its community does, turns people
 * away, or has days without any, can.
 *
 * @param community all venues of the community together, this one too
 * @param turnedAway how many people managers noted as not let in
 * @param daysOpen days on which anybody was registered
 * @param daysWithoutNoPhone of these, days on which nobody without a phone was
 */
public record NoPhoneParity(
    Registrations venue,
    Registrations community,
    long turnedAway,
    int daysOpen,
    int daysWithoutNoPhone) {}
