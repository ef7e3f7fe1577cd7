CREATE TABLE fetches (
    address TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    moved_to TEXT,
    fresh_until TEXT,
    succeeded_at TEXT,
    failed_at TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    reason TEXT
) WITHOUT ROWID;
-- What a source gave last, in its order: what it still gives when it says that nothing has changed.
CREATE TABLE given (
    address TEXT NOT NULL,
    place INTEGER NOT NULL,
    version INTEGER NOT NULL REFERENCES versions (id),
    PRIMARY KEY (address, place)
) WITHOUT ROWID;
CREATE INDEX given_by_version ON given (version);
