-- bytea columns hold ciphertext, as in V1.

-- A venue names its parent; without the parent's agreement it stands for itself. Until now only
-- venues of one applicant could be a family.
ALTER TABLE venue ADD COLUMN parent_agreed boolean DEFAULT false NOT NULL;
UPDATE venue SET parent_agreed = true WHERE parent_id IS NOT NULL;
CREATE INDEX venue_parent ON venue (parent_id);
CREATE INDEX venue_community ON venue (community_code);

-- Whether it is approved, or was when it was removed; approval alone issues posters.
ALTER TABLE venue ADD COLUMN ever_approved boolean DEFAULT false NOT NULL;
UPDATE venue SET ever_approved = true WHERE id IN (SELECT venue_id FROM poster);

CREATE TABLE family_link (
    id              uuid                     NOT NULL PRIMARY KEY,
    account_id      uuid                     NOT NULL REFERENCES account (id),
    person_id       uuid                     NOT NULL,
    name            bytea                    NOT NULL,
    relation        bytea                    NOT NULL,
    -- the guardian's consent for the person
    consent_version varchar(32)              NOT NULL,
    since           timestamp with time zone NOT NULL,
    UNIQUE (account_id, person_id)
);

CREATE TABLE paper_pass (
    id             uuid                     NOT NULL PRIMARY KEY,
    person_id      uuid                     NOT NULL,
    -- the person again while the pass is good: of the passes of one person one is
    good_person_id uuid                     UNIQUE,
    issued_by      uuid                     NOT NULL,
    issued_at      timestamp with time zone NOT NULL,
    revoked_at     timestamp with time zone
);

CREATE TABLE roster_entry (
    id                uuid                     NOT NULL PRIMARY KEY,
    venue_id          uuid                     NOT NULL REFERENCES venue (id),
    person_id         uuid                     NOT NULL,
    -- the person again while the entry lasts: one at a time in one venue
    current_person_id uuid,
    name              bytea                    NOT NULL,
    masked_id_number  bytea                    NOT NULL,
    since             timestamp with time zone NOT NULL,
    ended_at          timestamp with time zone,
    UNIQUE (venue_id, current_person_id)
);
CREATE INDEX roster_person ON roster_entry (venue_id, person_id);

-- Who typed whose ID number, and what for.
CREATE TABLE lookup (
    id         uuid                     NOT NULL PRIMARY KEY,
    account_id uuid                     NOT NULL,
    -- null if nobody was known by the number
    person_id  uuid,
    purpose    varchar(20)              NOT NULL,
    venue_id   uuid,
    at         timestamp with time zone NOT NULL
);
CREATE INDEX lookup_person ON lookup (person_id, at);

-- Somebody would not register and was not let in.
CREATE TABLE turned_away (
    id         uuid                     NOT NULL PRIMARY KEY,
    venue_id   uuid                     NOT NULL REFERENCES venue (id),
    account_id uuid                     NOT NULL,
    reason     bytea                    NOT NULL,
    note       bytea,
    at         timestamp with time zone NOT NULL
);
CREATE INDEX turned_away_venue ON turned_away (venue_id, at);

-- What has arrived from a device that keeps scans while its gate has no network.
CREATE TABLE gate_device (
    venue_id  uuid                     NOT NULL REFERENCES venue (id),
    device_id varchar(64)              NOT NULL,
    -- runs of numbers without a gap, in order: 1-17,19-19
    received  varchar(40000)           NOT NULL,
    last_seen timestamp with time zone NOT NULL,
    PRIMARY KEY (venue_id, device_id)
);

-- Who passed a door together with somebody, by one scan.
CREATE TABLE scan_companion (
    venue_id       uuid                     NOT NULL,
    person_id      uuid                     NOT NULL,
    scan_id        varchar(64)              NOT NULL,
    place          integer                  NOT NULL,
    companion_id   uuid                     NOT NULL,
    family_link_id uuid                     NOT NULL,
    at             timestamp with time zone NOT NULL,
    PRIMARY KEY (venue_id, person_id, scan_id, place)
);

-- Whether the person came in although the venue was full; entry_by says on whose word.
ALTER TABLE visit ADD COLUMN over_capacity boolean DEFAULT false NOT NULL;

-- When the person last left, as seen at the door: whoever left a parent is not inside its parts.
ALTER TABLE presence ADD COLUMN last_left timestamp with time zone;
UPDATE presence SET last_left = last_seen WHERE NOT inside;
