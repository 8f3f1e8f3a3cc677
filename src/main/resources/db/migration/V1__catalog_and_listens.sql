-- Keys are integers and never used twice (AUTOINCREMENT); what people see is the public id.
-- Times are epoch seconds (listens) or epoch milliseconds (jobs), both UTC.

CREATE TABLE source (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- Rows that an import brought count from the moment in which its status becomes 'completed', and no longer once it is
-- anything else: this makes an import visible, and undone, in one commit, however many rows it has.
CREATE TABLE import (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id          INTEGER REFERENCES source (id),
  status             TEXT NOT NULL,
  request            TEXT NOT NULL,            -- what was asked for, JSON
  format             TEXT,
  measure            TEXT NOT NULL DEFAULT 'plays', -- what the value column means: plays | ratings
  created_at         INTEGER NOT NULL,
  started_at         INTEGER,
  finished_at        INTEGER,
  error              TEXT,
  rows_read          INTEGER NOT NULL DEFAULT 0,
  listens_added      INTEGER NOT NULL DEFAULT 0,
  interactions_added INTEGER NOT NULL DEFAULT 0,
  duplicates         INTEGER NOT NULL DEFAULT 0,
  skipped            TEXT NOT NULL DEFAULT '{}', -- number of rows by reason, JSON
  bad_rows           TEXT NOT NULL DEFAULT '{}', -- how many, and the first of them, JSON
  purged             INTEGER NOT NULL DEFAULT 0  -- 1 once the rows of an import that does not count are gone
) STRICT;

CREATE TABLE user (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id   TEXT NOT NULL UNIQUE,
  name        TEXT NOT NULL,
  import_id   INTEGER REFERENCES import (id), -- the import that brought the user first, null for none
  merged_into INTEGER REFERENCES user (id)
) STRICT;

-- For the foreign key: without it every deletion would read the whole table.
CREATE INDEX user_by_merged ON user (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE user_alias (
  source_id   INTEGER NOT NULL REFERENCES source (id),
  external_id TEXT NOT NULL,
  user_id     INTEGER NOT NULL REFERENCES user (id),
  PRIMARY KEY (source_id, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_alias_by_user ON user_alias (user_id);

CREATE TABLE artist (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id TEXT NOT NULL UNIQUE,
  name      TEXT NOT NULL,
  name_key  TEXT NOT NULL UNIQUE, -- normalised name
  mbid      TEXT
) STRICT;

CREATE TABLE song (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     TEXT NOT NULL UNIQUE,
  title         TEXT NOT NULL,
  artist_id     INTEGER REFERENCES artist (id),
  album         TEXT,
  recording_key TEXT,              -- normalised artist and title, null without a title
  mbid          TEXT,              -- MusicBrainz recording
  isrc          TEXT,
  import_id     INTEGER REFERENCES import (id), -- the import that brought the song first, null for none
  merged_into   INTEGER REFERENCES song (id),
  listeners     INTEGER NOT NULL DEFAULT 0     -- users with the song, as of the last count
) STRICT;
CREATE INDEX song_by_recording ON song (recording_key) WHERE recording_key IS NOT NULL;
CREATE INDEX song_by_artist ON song (artist_id);
CREATE INDEX song_by_merged ON song (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE song_alias (
  source_id   INTEGER NOT NULL REFERENCES source (id),
  external_id TEXT NOT NULL,
  song_id     INTEGER NOT NULL REFERENCES song (id),
  PRIMARY KEY (source_id, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX song_alias_by_song ON song_alias (song_id);

-- Words for suggestions; rowids are the keys of users and songs.
CREATE VIRTUAL TABLE user_search USING fts5 (
  name, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE VIRTUAL TABLE song_search USING fts5 (
  title, artist, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

-- Plays already counted, one row for each import that brought the cell: of one source's imports the latest that counts
-- is the one in force, several sources add up.
CREATE TABLE play_count (
  user_id   INTEGER NOT NULL,
  song_id   INTEGER NOT NULL,
  import_id INTEGER NOT NULL,
  value     REAL NOT NULL, -- plays, or a rating: the import's measure says which
  PRIMARY KEY (user_id, song_id, import_id)
) STRICT, WITHOUT ROWID;

-- Plays at a time, one row for each import that brought the listen; import 0 is what scrobblers sent.
CREATE TABLE listen (
  user_id     INTEGER NOT NULL,
  listened_at INTEGER NOT NULL,
  song_id     INTEGER NOT NULL,
  import_id   INTEGER NOT NULL,
  skipped     INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (user_id, listened_at, song_id, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE training (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  status          TEXT NOT NULL,
  hyperparameters TEXT NOT NULL, -- JSON
  created_at      INTEGER NOT NULL,
  started_at      INTEGER,
  finished_at     INTEGER,
  error           TEXT,
  epoch           INTEGER NOT NULL DEFAULT 0,
  loss            REAL,
  model           TEXT           -- version of the model that came out
) STRICT;
