-- Songs that were recommended to listeners: what became of them can be told from the plays. Who goes takes them along.

CREATE TABLE shown_song (
  user_id  INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  song_id  INTEGER NOT NULL REFERENCES song (id) ON DELETE CASCADE,
  shown    INTEGER NOT NULL,    -- 1: the listener saw it; 0: it was of the next ranks of a list, which nobody saw
  rank     INTEGER NOT NULL,    -- 1 for the best of the ranking
  shown_at INTEGER NOT NULL,    -- epoch seconds, the first time
  PRIMARY KEY (user_id, song_id, shown)
) STRICT, WITHOUT ROWID;

-- For the foreign key, and for what is old.
CREATE INDEX shown_song_by_song ON shown_song (song_id);
CREATE INDEX shown_song_by_time ON shown_song (shown_at);
