-- An article is what one address tells; a version is an article to the letter, as one source gave it once.
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version INTEGER,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
CREATE INDEX articles_by_last_seen ON articles (last_seen);
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    exact BLOB NOT NULL,
    content TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (article, exact)
);
-- A row for each article, under its id: the words of its latest version.
-- They come folded and parted, so that all that is left to do is to cut at spaces and ASCII punctuation.
CREATE VIRTUAL TABLE search USING fts5 (title, body, tokenize = "ascii");
