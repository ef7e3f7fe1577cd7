-- A message that is to be mailed, or was; its bytes are let go when nobody is left who has not got it. With the
-- briefing that has reached its reader once it is sent, where such things are remembered.
CREATE TABLE mails (
    id TEXT PRIMARY KEY,
    edition TEXT NOT NULL,
    briefing TEXT,
    subject TEXT NOT NULL,
    sender TEXT NOT NULL,
    made_at TEXT NOT NULL,
    size INTEGER NOT NULL,
    data BLOB
);
CREATE INDEX mails_by_edition ON mails (edition);
-- For each recipient, how far it is.
CREATE TABLE outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    mail TEXT NOT NULL REFERENCES mails (id) ON DELETE CASCADE,
    recipient TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (mail, recipient)
);
CREATE INDEX outbox_by_state ON outbox (state);
