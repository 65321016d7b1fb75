-- Credentials that another system gives to all nodes together, such as WeChat's access token.
CREATE TABLE shared_token (
    name          varchar(100)             NOT NULL PRIMARY KEY,
    -- what the ciphertext is bound to
    id            uuid                     NOT NULL,
    version       bigint                   NOT NULL,
    -- ciphertext; null until the first one is fetched
    token         bytea,
    expires_at    timestamp with time zone,
    -- until when one node has the right to fetch the next
    claimed_until timestamp with time zone
);
