CREATE TABLE briefings (
    id TEXT PRIMARY KEY,
    date TEXT NOT NULL,
    title TEXT NOT NULL,
    made_at TEXT NOT NULL,
    delivered_at TEXT,
    formats TEXT NOT NULL,
    stories TEXT NOT NULL
);
CREATE TABLE told (
    briefing TEXT NOT NULL REFERENCES briefings (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    version INTEGER NOT NULL REFERENCES versions (id),
    PRIMARY KEY (briefing, name)
) WITHOUT ROWID;
CREATE INDEX told_by_version ON told (version);
-- What a reader was sent, or a copy of it. It outlives the article; the sketch of what was sent, by which copies
-- are known, is let go earlier.
CREATE TABLE seen (
    key TEXT NOT NULL,
    content TEXT NOT NULL,
    copy INTEGER NOT NULL,
    date TEXT NOT NULL,
    delivered_at TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    sketch BLOB,
    PRIMARY KEY (key, content)
);
CREATE INDEX seen_by_delivery ON seen (delivered_at);
