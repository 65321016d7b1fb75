-- bytea columns hold ciphertext, *_hash columns keyed hashes, as in V1.

-- An industry department answers for venue types (their codes, separated by commas) instead of a
-- division: one of the two is there.
ALTER TABLE staff_account ALTER COLUMN division_code DROP NOT NULL;
ALTER TABLE staff_account ADD COLUMN venue_types varchar(2100);

-- Whether somebody else chose the password.
ALTER TABLE staff_account ADD COLUMN temporary_password boolean DEFAULT false NOT NULL;

-- The secret of an authenticator app, whether it was confirmed, and the last time step of which a
-- code was used.
ALTER TABLE staff_account ADD COLUMN totp_secret bytea;
ALTER TABLE staff_account ADD COLUMN totp_confirmed boolean DEFAULT false NOT NULL;
ALTER TABLE staff_account ADD COLUMN totp_step bigint DEFAULT 0 NOT NULL;

ALTER TABLE staff_account ADD COLUMN added_at timestamp with time zone
    DEFAULT '2026-01-01 00:00:00+00' NOT NULL;
ALTER TABLE staff_account ADD COLUMN revision integer DEFAULT 0 NOT NULL;
CREATE INDEX staff_account_added ON staff_account (added_at, id);

CREATE INDEX session_staff ON session (staff_id);
CREATE INDEX venue_type_code ON venue (type_code);

-- Tries to sign in as staff since one last succeeded, by name, whether there is such an account.
CREATE TABLE sign_in_attempt (
    username_hash bytea                    NOT NULL PRIMARY KEY,
    tries         integer                  NOT NULL,
    latest_at     timestamp with time zone NOT NULL
);
