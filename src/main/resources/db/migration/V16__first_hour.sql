-- The first hour: who claimed a fresh service, and what makes room for a history of one's own.

-- The claim of this service, if it was claimed. Times are epoch milliseconds, UTC.
CREATE TABLE claim (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  claimed_at INTEGER NOT NULL,
  address    TEXT NOT NULL,      -- where it was claimed from
  way        TEXT NOT NULL,      -- loopback | code
  program    TEXT NOT NULL       -- what the browser calls itself
) STRICT;

-- Imports after which the demo goes.
CREATE TABLE demo_removal (import_id INTEGER PRIMARY KEY REFERENCES import (id)) STRICT;

-- Backgrounds after which a training follows.
CREATE TABLE background_training (background_id INTEGER PRIMARY KEY REFERENCES background (id)) STRICT;
