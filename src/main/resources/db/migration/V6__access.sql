-- Of tokens and sessions the SHA-256 alone is kept, in hexadecimal. Times are epoch milliseconds, UTC.

CREATE TABLE access_token (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  hash       TEXT NOT NULL UNIQUE,
  user_id    INTEGER REFERENCES user (id) ON DELETE CASCADE, -- null: the administrator's
  name       TEXT NOT NULL,                                  -- what it is for
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX access_token_by_user ON access_token (user_id) WHERE user_id IS NOT NULL;

-- Browsers that have signed in. Without the token that was given for it a session opens nothing.
CREATE TABLE session (
  hash        TEXT PRIMARY KEY,
  opened_with TEXT NOT NULL, -- hash of the token
  expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How far players say that they have brought a user's history here; epoch seconds.
CREATE TABLE latest_import (
  user_id     INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  service     TEXT NOT NULL,
  listened_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, service)
) STRICT, WITHOUT ROWID;

-- What players know of a song.
CREATE INDEX IF NOT EXISTS song_by_mbid ON song (mbid) WHERE mbid IS NOT NULL;
CREATE INDEX IF NOT EXISTS song_by_isrc ON song (isrc) WHERE isrc IS NOT NULL;
