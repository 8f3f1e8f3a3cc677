-- Listening histories: what more is known of songs and listens, and feedback that comes with an import.

-- A listen of a source that tells the minute alone began at listened_at or so many seconds after it.
ALTER TABLE listen ADD COLUMN spread INTEGER NOT NULL DEFAULT 0;

ALTER TABLE song ADD COLUMN duration_ms INTEGER;

-- Names of a recording that are no source's: MusicBrainz ids, ISRCs, and further spellings (a recording key) of a song.
INSERT OR IGNORE INTO source (name) VALUES ('musicbrainz'), ('isrc'), ('text'), ('segue');

-- Verdicts on songs that imports brought, in force while the import is completed. What a user says in Segue comes first.
CREATE TABLE imported_feedback (
  user_id   INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  song_id   INTEGER NOT NULL REFERENCES song (id) ON DELETE CASCADE,
  import_id INTEGER NOT NULL,
  verdict   TEXT NOT NULL,    -- love | dislike
  judged_at INTEGER NOT NULL, -- epoch seconds
  PRIMARY KEY (user_id, song_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_feedback_by_song ON imported_feedback (song_id);
CREATE INDEX imported_feedback_by_import ON imported_feedback (import_id);
