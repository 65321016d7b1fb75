-- Whose a keyed hash is, under each key that was understood when the owner was added: of nodes
-- that hash with different keys one adds a person or an account. Who deletes the owner deletes its claims; those
-- of a retired key go with the key.
CREATE TABLE hash_claim (
    hash     bytea NOT NULL PRIMARY KEY,
    owner_id uuid  NOT NULL
);
CREATE INDEX hash_claim_owner ON hash_claim (owner_id);
INSERT INTO hash_claim (hash, owner_id) SELECT credential_hash, id FROM person;
INSERT INTO hash_claim (hash, owner_id)
SELECT wechat_hash, id FROM account WHERE wechat_hash IS NOT NULL;
INSERT INTO hash_claim (hash, owner_id)
SELECT phone_hash, id FROM account WHERE phone_hash IS NOT NULL;

-- How far stored values have been brought under new keys: one row, once keys were changed.
CREATE TABLE key_rotation (
    id             integer NOT NULL PRIMARY KEY CHECK (id = 1),
    -- the keys that values are brought under
    encryption_key bigint  NOT NULL,
    hash_key       integer NOT NULL,
    -- where the walk through the tables is; nulls at its begin
    table_name     varchar(63),
    last_id        uuid,
    -- rows that this walk found under other keys; a walk that finds none is the last
    found          bigint  NOT NULL,
    finished_at    timestamp with time zone,
    -- which node walks, until it is taken for dead
    worker         uuid,
    worker_until   timestamp with time zone
);
