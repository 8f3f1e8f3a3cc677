-- Song models that were imported, and the songs that they point at. Times are epoch milliseconds, UTC.

CREATE TABLE song_model (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  version    TEXT UNIQUE,       -- of the model's folder, null until it is published: what is left of one that was cut short
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE song_model_song (
  model_id INTEGER NOT NULL REFERENCES song_model (id) ON DELETE CASCADE,
  song_id  INTEGER NOT NULL REFERENCES song (id) ON DELETE CASCADE,
  brought  INTEGER NOT NULL,    -- 1: a song model made the song, nothing else had it
  PRIMARY KEY (model_id, song_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX song_model_song_by_song ON song_model_song (song_id, model_id);
