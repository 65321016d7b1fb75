-- How each node fares: rewritten every few seconds by the node itself. Numbers only.
CREATE TABLE node_figures (
    id                uuid                     NOT NULL PRIMARY KEY,
    version           varchar(100)             NOT NULL,
    started_at        timestamp with time zone NOT NULL,
    seen_at           timestamp with time zone NOT NULL,
    waiting           integer                  NOT NULL,
    scans             bigint                   NOT NULL,
    batches           bigint                   NOT NULL,
    batched_scans     bigint                   NOT NULL,
    committing_micros bigint                   NOT NULL
);
CREATE TABLE node_scans (
    node_id   uuid                     NOT NULL,
    minute_at timestamp with time zone NOT NULL,
    outcome   varchar(20)              NOT NULL,
    scans     bigint                   NOT NULL,
    PRIMARY KEY (node_id, minute_at, outcome)
);
