-- What users said of songs and artists. Times are epoch seconds, UTC. Who goes takes what was said along.

CREATE TABLE song_feedback (
  user_id   INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  song_id   INTEGER NOT NULL REFERENCES song (id) ON DELETE CASCADE,
  verdict   TEXT NOT NULL,    -- love | dislike | ban
  until     INTEGER,          -- when a ban ends, null for never and for other verdicts
  judged_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, song_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE artist_feedback (
  user_id   INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  artist_id INTEGER NOT NULL REFERENCES artist (id) ON DELETE CASCADE,
  verdict   TEXT NOT NULL,
  until     INTEGER,
  judged_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, artist_id)
) STRICT, WITHOUT ROWID;

-- For the foreign keys: without them every deletion of a song or an artist would read the whole table.
CREATE INDEX song_feedback_by_song ON song_feedback (song_id);
CREATE INDEX artist_feedback_by_artist ON artist_feedback (artist_id);
