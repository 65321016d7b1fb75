-- bytea columns hold ciphertext or keyed hashes, as in V1.

-- An account is reached through WeChat, through a phone that its holder has shown to be theirs, or
-- both. open_id is kept from the next sign-in on, to send messages to.
ALTER TABLE account ALTER COLUMN wechat_hash DROP NOT NULL;
ALTER TABLE account ADD COLUMN open_id bytea;
ALTER TABLE account ADD COLUMN phone_hash bytea;
ALTER TABLE account ADD COLUMN phone bytea;
-- when they last showed it
ALTER TABLE account ADD COLUMN phone_proved_at timestamp with time zone;
CREATE UNIQUE INDEX account_phone ON account (phone_hash);

-- The one-time code of each phone number that counts; locked by whoever asks for the next one.
CREATE TABLE sign_in_number (
    phone_hash bytea   NOT NULL PRIMARY KEY,
    -- the request whose code counts; null when it was used or taken back
    request_id uuid,
    -- of the number and the code together
    code_hash  bytea,
    expires_at timestamp with time zone,
    attempts   integer NOT NULL
);

-- When codes were sent to which number, to limit them; of no use after a day.
CREATE TABLE sign_in_request (
    id           uuid                     NOT NULL PRIMARY KEY,
    phone_hash   bytea                    NOT NULL,
    requested_at timestamp with time zone NOT NULL
);
CREATE INDEX sign_in_request_number ON sign_in_request (phone_hash, requested_at);

-- What people are told, and how far the knock at their door has come. Either of account_id and
-- person_id says who.
CREATE TABLE notification (
    id         uuid                     NOT NULL PRIMARY KEY,
    account_id uuid,
    person_id  uuid,
    kind       varchar(30)              NOT NULL,
    venue_id   uuid,
    -- the appointment or the inspection without which there is nothing to tell
    depends_on uuid,
    approved   boolean,
    deadline   timestamp with time zone,
    due_at     timestamp with time zone NOT NULL,
    read_at    timestamp with time zone,
    state      varchar(10)              NOT NULL,
    carrier    varchar(10)              NOT NULL,
    tries      integer                  NOT NULL,
    -- when a carrier is asked next; while somebody has it, when others may take it
    next_at    timestamp with time zone NOT NULL,
    lease_id   uuid
);
CREATE INDEX notification_account ON notification (account_id, due_at);
CREATE INDEX notification_person ON notification (person_id, due_at);
CREATE INDEX notification_dispatch ON notification (state, carrier, next_at);
CREATE INDEX notification_depends ON notification (depends_on);
