-- Who is one person, who is gone, who only helps to train.

-- 1 for somebody whom a public dump brought: trained on, never listed or suggested, without words to be found by.
ALTER TABLE user ADD COLUMN population INTEGER NOT NULL DEFAULT 0;
CREATE INDEX user_of_household ON user (id) WHERE population = 0 AND merged_into IS NULL;

-- 1 for an import of a public dump: all that it brings first is population.
ALTER TABLE import ADD COLUMN population INTEGER NOT NULL DEFAULT 0;

-- Listens that a person has deleted: no import brings them again.
CREATE TABLE deleted_listen (
  user_id     INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  listened_at INTEGER NOT NULL,
  song_id     INTEGER NOT NULL,
  PRIMARY KEY (user_id, listened_at, song_id)
) STRICT, WITHOUT ROWID;

-- Keys of users who were forgotten, which are never used again: models of before are read without their rows.
CREATE TABLE forgotten_user (
  user_id      INTEGER PRIMARY KEY,
  forgotten_at INTEGER NOT NULL,           -- epoch milliseconds
  has_rows     INTEGER NOT NULL DEFAULT 1, -- 0 once listens and play counts are gone
  in_models    INTEGER NOT NULL DEFAULT 1  -- 0 once no stored model has an embedding
) STRICT;

-- What they were called, only as long as imports that had been accepted before wait or run: these do not bring them back.
CREATE TABLE forgotten_alias (
  source_id    INTEGER NOT NULL REFERENCES source (id),
  external_id  TEXT NOT NULL,
  forgotten_at INTEGER NOT NULL,
  PRIMARY KEY (source_id, external_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX song_by_listeners ON song (listeners DESC, id) WHERE merged_into IS NULL;

-- The most-played song of an artist is the first of its index.
DROP INDEX song_by_artist;
CREATE INDEX song_by_artist ON song (artist_id, listeners DESC, id);

-- Words of artists; triggers, because artists are made and named in several places.
CREATE VIRTUAL TABLE artist_search USING fts5 (
  name, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO artist_search (rowid, name) SELECT id, name FROM artist;
CREATE TRIGGER artist_made AFTER INSERT ON artist BEGIN
  INSERT INTO artist_search (rowid, name) VALUES (new.id, new.name);
END;
CREATE TRIGGER artist_renamed AFTER UPDATE OF name ON artist BEGIN
  DELETE FROM artist_search WHERE rowid = old.id;
  INSERT INTO artist_search (rowid, name) VALUES (new.id, new.name);
END;
CREATE TRIGGER artist_gone AFTER DELETE ON artist BEGIN
  DELETE FROM artist_search WHERE rowid = old.id;
END;

-- The songs that most people play, by rank: a search finds the popular ones first without looking at all matches.
CREATE TABLE popular_song (
  rank    INTEGER PRIMARY KEY,
  song_id INTEGER NOT NULL,
  title   TEXT NOT NULL,
  artist  TEXT NOT NULL
) STRICT;
CREATE INDEX popular_song_by_song ON popular_song (song_id);
CREATE VIRTUAL TABLE popular_song_search USING fts5 (
  title, artist, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
