-- Cases (病例), what people told about their stays, and the lists of contacts with their history.
CREATE TABLE trace_parameters (
    version             integer                  NOT NULL PRIMARY KEY,
    minimum_overlap_s   integer                  NOT NULL,
    before_onset_s      integer                  NOT NULL,
    second_ring_grades  varchar(60)              NOT NULL,
    second_ring_sources integer                  NOT NULL,
    most_contacts       integer                  NOT NULL,
    made_by             uuid                     NOT NULL,
    made_at             timestamp with time zone NOT NULL
);

-- How risky a minute at venues of a type is, in percent; types that are not named weigh 100.
CREATE TABLE trace_type_weight (
    version   integer     NOT NULL REFERENCES trace_parameters (version),
    type_code varchar(40) NOT NULL,
    weight    integer     NOT NULL,
    PRIMARY KEY (version, type_code)
);

CREATE TABLE trace_case (
    id            uuid                     NOT NULL PRIMARY KEY,
    person_id     uuid                     NOT NULL,
    -- encrypted: people may put a name into either
    reference     bytea                    NOT NULL,
    purpose       bytea                    NOT NULL,
    onset_at      timestamp with time zone,
    sampled_at    timestamp with time zone,
    isolated_at   timestamp with time zone,
    drill         boolean                  NOT NULL,
    owner_id      uuid                     NOT NULL,
    division_code varchar(12)              NOT NULL REFERENCES division (code),
    opened_at     timestamp with time zone NOT NULL,
    closed_at     timestamp with time zone,
    closed_by     uuid,
    report        bytea,
    revision      integer                  NOT NULL
);
CREATE INDEX trace_case_opened ON trace_case (opened_at, id);
CREATE INDEX trace_case_person ON trace_case (person_id);
CREATE INDEX trace_case_division ON trace_case (division_code);

CREATE TABLE case_member (
    case_id  uuid NOT NULL REFERENCES trace_case (id) ON DELETE CASCADE,
    staff_id uuid NOT NULL,
    PRIMARY KEY (case_id, staff_id)
);

CREATE TABLE case_statement (
    id         uuid                     NOT NULL PRIMARY KEY,
    case_id    uuid                     NOT NULL REFERENCES trace_case (id) ON DELETE CASCADE,
    person_id  uuid                     NOT NULL,
    venue_id   uuid                     NOT NULL,
    visit_id   uuid,
    entered_at timestamp with time zone,
    left_at    timestamp with time zone,
    note       bytea,
    told_to    uuid                     NOT NULL,
    told_at    timestamp with time zone NOT NULL
);
CREATE INDEX case_statement_case ON case_statement (case_id, told_at, id);
CREATE INDEX case_statement_person ON case_statement (person_id);

CREATE TABLE case_revision (
    case_id       uuid                     NOT NULL REFERENCES trace_case (id) ON DELETE CASCADE,
    number        integer                  NOT NULL,
    at            timestamp with time zone NOT NULL,
    causes        varchar(200)             NOT NULL,
    parameters    integer                  NOT NULL,
    window_from   timestamp with time zone NOT NULL,
    window_to     timestamp with time zone NOT NULL,
    first_ring    integer                  NOT NULL,
    second_ring   integer                  NOT NULL,
    first_left    integer                  NOT NULL,
    second_left   integer                  NOT NULL,
    sources_left  integer                  NOT NULL,
    stays_outside integer                  NOT NULL,
    -- what it rests on beside the scans
    division_code varchar(12)              NOT NULL,
    isolated_at   timestamp with time zone,
    statements    integer                  NOT NULL,
    isolations    bigint                   NOT NULL,
    -- of the contacts as they are stored now
    digest        varchar(64)              NOT NULL,
    PRIMARY KEY (case_id, number)
);

CREATE TABLE case_change (
    case_id      uuid                     NOT NULL REFERENCES trace_case (id) ON DELETE CASCADE,
    number       integer                  NOT NULL,
    person_id    uuid                     NOT NULL,
    ring_before  integer                  NOT NULL,
    grade_before varchar(10),
    ring_after   integer                  NOT NULL,
    grade_after  varchar(10),
    changed_at   timestamp with time zone NOT NULL,
    PRIMARY KEY (case_id, number, person_id)
);
CREATE INDEX case_change_person ON case_change (person_id);

-- The contacts of the latest revision.
CREATE TABLE case_contact (
    case_id       uuid                     NOT NULL REFERENCES trace_case (id) ON DELETE CASCADE,
    person_id     uuid                     NOT NULL,
    ring          integer                  NOT NULL,
    grade         varchar(10)              NOT NULL,
    total_minutes integer                  NOT NULL,
    staff         boolean                  NOT NULL,
    risk          integer                  NOT NULL,
    stored_at     timestamp with time zone NOT NULL,
    PRIMARY KEY (case_id, person_id)
);
CREATE INDEX case_contact_rank ON case_contact (case_id, ring, risk DESC, person_id);
CREATE INDEX case_contact_person ON case_contact (person_id);

CREATE TABLE case_overlap (
    case_id    uuid                     NOT NULL,
    person_id  uuid                     NOT NULL,
    place      integer                  NOT NULL,
    via_id     uuid                     NOT NULL,
    venue_id   uuid                     NOT NULL,
    venue_name varchar(200)             NOT NULL,
    begins     timestamp with time zone NOT NULL,
    ends       timestamp with time zone NOT NULL,
    minutes    integer                  NOT NULL,
    grade      varchar(10)              NOT NULL,
    nearby     boolean                  NOT NULL,
    staff      boolean                  NOT NULL,
    PRIMARY KEY (case_id, person_id, place),
    FOREIGN KEY (case_id, person_id) REFERENCES case_contact (case_id, person_id) ON DELETE CASCADE
);
CREATE INDEX case_overlap_via ON case_overlap (via_id);

CREATE INDEX retention_hold_case ON retention_hold (case_id);
