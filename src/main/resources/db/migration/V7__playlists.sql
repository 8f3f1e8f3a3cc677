-- Lists of songs that Segue makes for users each day and week, and lists that users keep. Who goes takes them along; lists of
-- somebody who became another's other name are that one's.

CREATE TABLE playlist (
  id         TEXT PRIMARY KEY,      -- a random UUID: it tells nothing
  user_id    INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  kind       TEXT,                  -- daily-jams | weekly-jams | weekly-exploration, null for a list that somebody keeps
  period     TEXT,                  -- first day of the day or week that it is for, 2026-11-23; null without a kind
  name       TEXT,                  -- what the list was called, null with a kind
  songs      TEXT NOT NULL,         -- keys in order with commas between; none once the list was deleted, so that its period gets no other
  created_at INTEGER NOT NULL,      -- epoch seconds
  UNIQUE (user_id, kind, period)
) STRICT, WITHOUT ROWID;
