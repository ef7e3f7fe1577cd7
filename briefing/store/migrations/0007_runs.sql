-- What became of each run. `key` is the same for all that make the same briefing for the same readers.
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    settings TEXT NOT NULL,
    key TEXT NOT NULL,
    edition TEXT NOT NULL,
    process INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    code INTEGER,
    steps TEXT NOT NULL DEFAULT '[]',
    problems TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX runs_by_edition ON runs (key, edition);
