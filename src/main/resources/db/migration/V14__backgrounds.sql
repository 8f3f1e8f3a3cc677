-- Strangers behind a household: what has been fetched or taken for it, and by what hashes they are known.

-- The key by which the names of strangers are hashed: made when it is first needed, and never changed.
CREATE TABLE background_key (key TEXT NOT NULL) STRICT;

-- A row while names of strangers from before this schema are still to be hashed: Segue does it when it starts.
CREATE TABLE background_naming (step TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO background_naming (step) SELECT 'hash' WHERE EXISTS (SELECT 1 FROM user WHERE population = 1);

-- Backgrounds as jobs. Times are epoch milliseconds, UTC. What one has brought is that of its import.
CREATE TABLE background (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  status      TEXT NOT NULL,
  kind        TEXT NOT NULL,      -- listenbrainz | import
  request     TEXT NOT NULL,      -- what was asked for, JSON
  created_at  INTEGER NOT NULL,
  started_at  INTEGER,
  finished_at INTEGER,
  error       TEXT,
  dumps       TEXT NOT NULL DEFAULT '[]', -- names of the dumps that were fetched, newest first, JSON
  import_id   INTEGER REFERENCES import (id),
  listeners   INTEGER             -- strangers whom it has brought, null until it is done
) STRICT;
