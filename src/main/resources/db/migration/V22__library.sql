-- What the household owns: servers with music, who signs in to them, their songs, and the lists that were sent there.
-- Times are epoch milliseconds, UTC.

CREATE TABLE library (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id   INTEGER NOT NULL UNIQUE REFERENCES source (id), -- its ids of songs are aliases of this source
  kind        TEXT NOT NULL,              -- subsonic | jellyfin
  name        TEXT NOT NULL UNIQUE,       -- what the household calls it
  url         TEXT NOT NULL UNIQUE,       -- where Segue reaches it
  web_url     TEXT,                       -- where browsers reach it, null: the same
  facts       TEXT NOT NULL DEFAULT '{}', -- what it said it is and can do, JSON
  folder      TEXT,                       -- where players of files find the music, for M3U8; null: as the server says
  synced_at   INTEGER,                    -- when a sync has last read all of it
  token_hash  TEXT UNIQUE,                -- of the token with which its plugins ask for mixes, null until one is made
  created_at  INTEGER NOT NULL
) STRICT;

-- A listener's account on a server. The secret is encrypted with a key that no backup holds.
CREATE TABLE library_login (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  library_id  INTEGER NOT NULL REFERENCES library (id) ON DELETE CASCADE,
  user_id     INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  server_user TEXT NOT NULL,              -- what the server calls the account
  secret      TEXT NOT NULL,              -- encrypted
  stars       INTEGER NOT NULL DEFAULT 1, -- 1: stars become loves
  ratings     INTEGER NOT NULL DEFAULT 1, -- 1: ratings become ratings
  counts      INTEGER NOT NULL DEFAULT 0, -- 1: play counts count
  loves_out   INTEGER NOT NULL DEFAULT 0, -- 1: loves become stars
  problem     TEXT,                       -- why it could not be used the last time, in a sentence
  created_at  INTEGER NOT NULL,
  UNIQUE (library_id, user_id)
) STRICT;
CREATE INDEX library_login_by_user ON library_login (user_id);

-- A server's songs as of the last sync that saw them.
CREATE TABLE library_song (
  library_id  INTEGER NOT NULL REFERENCES library (id) ON DELETE CASCADE,
  external_id TEXT NOT NULL,
  song_id     INTEGER NOT NULL REFERENCES song (id), -- the song here; made for it if nothing else was it
  matched_by  TEXT NOT NULL,              -- mbid | isrc | key | hand | new: no song was here that it could be
  title       TEXT NOT NULL,
  artist      TEXT,
  album       TEXT,
  album_id    TEXT,                       -- the server's
  length_ms   INTEGER,
  path        TEXT,
  seen        INTEGER NOT NULL,           -- number of the sync
  PRIMARY KEY (library_id, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX library_song_by_song ON library_song (song_id, library_id);

-- Where a server shows its users different parts: what a login sees. No row of a login: it sees all.
CREATE TABLE library_login_song (
  login_id    INTEGER NOT NULL REFERENCES library_login (id) ON DELETE CASCADE,
  external_id TEXT NOT NULL,
  PRIMARY KEY (login_id, external_id)
) STRICT, WITHOUT ROWID;

-- What somebody has said of a server's song and a song here: it is, or it is not.
CREATE TABLE library_choice (
  library_id  INTEGER NOT NULL REFERENCES library (id) ON DELETE CASCADE,
  external_id TEXT NOT NULL,
  song_id     INTEGER NOT NULL REFERENCES song (id) ON DELETE CASCADE,
  accepted    INTEGER NOT NULL,
  PRIMARY KEY (library_id, external_id, song_id)
) STRICT, WITHOUT ROWID;

-- What a login's stars and play counts have brought, so that it can be taken back without anything else.
CREATE TABLE library_taste (
  login_id INTEGER NOT NULL REFERENCES library_login (id) ON DELETE CASCADE,
  song_id  INTEGER NOT NULL,
  kind     TEXT NOT NULL,                 -- star | rating | count
  value    REAL NOT NULL,
  PRIMARY KEY (login_id, song_id, kind)
) STRICT, WITHOUT ROWID;

-- Syncs as jobs.
CREATE TABLE library_sync (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  status      TEXT NOT NULL,
  library_id  INTEGER NOT NULL REFERENCES library (id) ON DELETE CASCADE,
  request     TEXT NOT NULL DEFAULT '{}', -- JSON
  created_at  INTEGER NOT NULL,
  started_at  INTEGER,
  finished_at INTEGER,
  error       TEXT,
  report      TEXT NOT NULL DEFAULT '{}'  -- what it found, JSON
) STRICT;

-- Lists that Segue has made on a server, by the server's id of them.
CREATE TABLE pushed_list (
  login_id    INTEGER NOT NULL REFERENCES library_login (id) ON DELETE CASCADE,
  list        TEXT NOT NULL,              -- kind of a generated list, or id of a kept one
  enabled     INTEGER NOT NULL DEFAULT 1,
  external_id TEXT,                       -- null until it was made
  content     TEXT,                       -- hash of what was last sent
  state       TEXT,                       -- sent | deleted: somebody has deleted it in the player | failed
  message     TEXT,                       -- what is to be said of it
  pushed_at   INTEGER,
  PRIMARY KEY (login_id, list)
) STRICT, WITHOUT ROWID;

-- What a server calls artists: its plugins ask for mixes of them by these ids.
CREATE TABLE library_artist (
  library_id  INTEGER NOT NULL REFERENCES library (id) ON DELETE CASCADE,
  external_id TEXT NOT NULL,
  name_key    TEXT NOT NULL,              -- as artist.name_key
  PRIMARY KEY (library_id, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX library_artist_by_name ON library_artist (name_key, library_id);
