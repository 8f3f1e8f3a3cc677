-- What the household owns: servers with music, who signs in to them, their songs, and the lists that were sent there.
-- Times are epoch milliseconds, UTC.

-- What a library brings is kept like what an import brings: in force, taken back and deleted as that is. Such an import is not listed.
ALTER TABLE import ADD COLUMN library INTEGER NOT NULL DEFAULT 0;

CREATE TABLE library (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id   INTEGER NOT NULL UNIQUE REFERENCES source (id), -- its ids of songs are aliases of this source
  import_id   INTEGER NOT NULL UNIQUE REFERENCES import (id), -- songs that it alone brought, and what its logins think of songs, are this import's
  kind        TEXT NOT NULL,              -- subsonic | jellyfin
  name        TEXT NOT NULL UNIQUE,       -- what the household calls it
  url         TEXT NOT NULL UNIQUE,       -- where Segue reaches it
  web_url     TEXT,                       -- where browsers reach it, null: the same
  facts       TEXT NOT NULL DEFAULT '{}', -- what it said it is and can do, JSON
  folder      TEXT,                       -- where players of files find the music, for M3U8; null: as the server says
  synced_at   INTEGER,                    -- when a sync has last read all of it
  seen        INTEGER NOT NULL DEFAULT 0, -- number of the sync whose songs are in force
  missing     INTEGER NOT NULL DEFAULT 0, -- songs that it did not have any more, and that nobody has said may be forgotten
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
  partial     INTEGER NOT NULL DEFAULT 0, -- 1: the server shows it a part, library_login_song
  problem     TEXT,                       -- why it could not be used the last time, in a sentence
  created_at  INTEGER NOT NULL,
  UNIQUE (library_id, user_id)
) STRICT;
CREATE INDEX library_login_by_user ON library_login (user_id);

-- A server's songs as syncs saw them. Those of the library's latest whole sync are in force, so that a sync comes into force at once.
CREATE TABLE library_file (
  library_id  INTEGER NOT NULL,           -- rows of a library that is gone are on their way out
  seen        INTEGER NOT NULL,           -- number of the sync
  external_id TEXT NOT NULL,
  song_id     INTEGER NOT NULL REFERENCES song (id), -- the song here; made for it if nothing else was it
  matched_by  TEXT NOT NULL,              -- mbid | isrc | key | hand | new: no song was here that it could be
  title       TEXT NOT NULL,
  artist      TEXT,
  album       TEXT,
  album_id    TEXT,                       -- the server's
  length_ms   INTEGER,
  mbid        TEXT,                       -- MusicBrainz recording
  isrc        TEXT,
  path        TEXT,
  PRIMARY KEY (library_id, seen, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX library_file_by_song ON library_file (song_id, library_id, seen);

CREATE VIEW library_song AS
  SELECT f.library_id, f.external_id, f.song_id, f.matched_by, f.title, f.artist, f.album, f.album_id, f.length_ms, f.mbid, f.isrc, f.path
  FROM library l JOIN library_file f ON f.library_id = l.id AND f.seen = l.seen;

-- Where a server shows its users different parts: what a login that sees a part sees.
CREATE TABLE library_login_file (
  login_id    INTEGER NOT NULL,
  seen        INTEGER NOT NULL,           -- number of the sync
  external_id TEXT NOT NULL,
  PRIMARY KEY (login_id, seen, external_id)
) STRICT, WITHOUT ROWID;

CREATE VIEW library_login_song AS
  SELECT v.login_id, v.external_id FROM library_login a JOIN library l ON l.id = a.library_id
  JOIN library_login_file v ON v.login_id = a.id AND v.seen = l.seen;

-- Songs that one of a server's songs may be, though they are spelt otherwise: for somebody to say.
CREATE TABLE library_candidate (
  library_id  INTEGER NOT NULL REFERENCES library (id) ON DELETE CASCADE,
  external_id TEXT NOT NULL,
  song_id     INTEGER NOT NULL REFERENCES song (id) ON DELETE CASCADE,
  similarity  REAL NOT NULL,              -- Jaro-Winkler of the titles, 0 to 1
  PRIMARY KEY (library_id, external_id, song_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX library_candidate_by_song ON library_candidate (song_id);

-- What somebody has said of a server's song and a song here: it is, or it is not.
CREATE TABLE library_choice (
  library_id  INTEGER NOT NULL REFERENCES library (id) ON DELETE CASCADE,
  external_id TEXT NOT NULL,
  song_id     INTEGER NOT NULL REFERENCES song (id) ON DELETE CASCADE,
  accepted    INTEGER NOT NULL,
  PRIMARY KEY (library_id, external_id, song_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX library_choice_by_song ON library_choice (song_id);

-- What a login's stars, ratings and play counts have brought, and which stars Segue has sent.
CREATE TABLE library_taste (
  login_id INTEGER NOT NULL REFERENCES library_login (id) ON DELETE CASCADE,
  song_id  INTEGER NOT NULL,
  kind     TEXT NOT NULL,                 -- star | rating | count | sent: a love here that is a star there
  value    REAL NOT NULL,
  PRIMARY KEY (login_id, song_id, kind)
) STRICT, WITHOUT ROWID;

-- Syncs as jobs. Their numbers are those of the songs that they saw.
CREATE TABLE library_sync (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  status      TEXT NOT NULL,
  library_id  INTEGER NOT NULL REFERENCES library (id) ON DELETE CASCADE,
  forget      INTEGER NOT NULL DEFAULT 0, -- 1: songs that are gone may be forgotten, however many
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
