-- A picture as it was scaled, or why there is none to show. It can be fetched again, and is never exported.
CREATE TABLE pictures (
    address TEXT PRIMARY KEY,
    again_at TEXT NOT NULL,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    data BLOB NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX pictures_by_time ON pictures (again_at);
-- What a source calls itself.
CREATE TABLE titles (
    address TEXT PRIMARY KEY,
    title TEXT NOT NULL
) WITHOUT ROWID;
