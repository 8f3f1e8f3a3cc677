-- Bans, and verdicts on artists, as Segue's own export has them.
ALTER TABLE imported_feedback ADD COLUMN until INTEGER; -- epoch seconds; NULL for never

CREATE TABLE imported_artist_feedback (
  user_id   INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  artist_id INTEGER NOT NULL REFERENCES artist (id) ON DELETE CASCADE,
  import_id INTEGER NOT NULL,
  verdict   TEXT NOT NULL,    -- love | dislike | ban
  judged_at INTEGER NOT NULL, -- epoch seconds
  until     INTEGER,
  PRIMARY KEY (user_id, artist_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_artist_feedback_by_artist ON imported_artist_feedback (artist_id);
CREATE INDEX imported_artist_feedback_by_import ON imported_artist_feedback (import_id);
