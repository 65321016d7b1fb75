-- Control orders (管控令): a person, or everybody at a venue, passes no door for a limited time. The
-- ledger reads those that were approved with every batch of scans, by person and by venue.
CREATE TABLE control_order (
    id            uuid                     NOT NULL PRIMARY KEY,
    -- either of them says what it concerns
    person_id     uuid,
    venue_id      uuid                     REFERENCES venue (id),
    division_code varchar(12)              NOT NULL REFERENCES division (code),
    case_id       uuid,
    rule          varchar(30)              NOT NULL,
    -- encrypted: they name people and tell of illness
    reason        bytea                    NOT NULL,
    evidence      bytea,
    expires_at    timestamp with time zone NOT NULL,
    proposed_by   uuid                     NOT NULL,
    proposed_at   timestamp with time zone NOT NULL,
    -- until when it can be approved
    lapses_at     timestamp with time zone NOT NULL,
    approved_by   uuid,
    approved_at   timestamp with time zone,
    ending        varchar(10),
    ended_by      uuid,
    ended_at      timestamp with time zone,
    end_reason    bytea,
    revision      integer                  NOT NULL,
    CHECK ((person_id IS NULL) <> (venue_id IS NULL)),
    -- nobody approves what they proposed
    CHECK (approved_by <> proposed_by)
);
CREATE INDEX control_order_person ON control_order (person_id);
CREATE INDEX control_order_venue ON control_order (venue_id);
CREATE INDEX control_order_division ON control_order (division_code, proposed_at);
CREATE INDEX control_order_end ON control_order (expires_at);

-- Who was inside a venue when it was locked.
CREATE TABLE control_locked_in (
    order_id  uuid                     NOT NULL REFERENCES control_order (id) ON DELETE CASCADE,
    visit_id  uuid                     NOT NULL,
    venue_id  uuid                     NOT NULL,
    person_id uuid                     NOT NULL,
    since     timestamp with time zone NOT NULL,
    PRIMARY KEY (order_id, visit_id)
);
CREATE INDEX control_locked_in_person ON control_locked_in (person_id);

-- What those concerned say against an order, and what they were answered.
CREATE TABLE control_appeal (
    id         uuid                     NOT NULL PRIMARY KEY,
    order_id   uuid                     NOT NULL REFERENCES control_order (id) ON DELETE CASCADE,
    -- the order while the appeal is open, so that one is; null once it is decided
    open_for   uuid                     UNIQUE,
    account_id uuid                     NOT NULL,
    text       bytea                    NOT NULL,
    made_at    timestamp with time zone NOT NULL,
    upheld     boolean,
    answer     bytea,
    decided_by uuid,
    decided_at timestamp with time zone
);
CREATE INDEX control_appeal_order ON control_appeal (order_id, made_at);
