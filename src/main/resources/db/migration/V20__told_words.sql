-- What was told with a play comes back as it was told, and artists who are credited together are told apart.

-- How a person's plays were told: a row for all that were told in the same words.
CREATE TABLE told_words (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL,
  hash    INTEGER NOT NULL, -- of all that follows
  artist  TEXT NOT NULL,
  title   TEXT NOT NULL,
  album   TEXT,
  info    TEXT NOT NULL     -- what else was told: a JSON object
) STRICT;
CREATE INDEX told_words_by_hash ON told_words (user_id, hash);
-- Null of a play of which no more is kept than time and song.
ALTER TABLE listen ADD COLUMN words INTEGER;

-- Of an artist's name that stands for several: who they are, in the order in which they are credited.
CREATE TABLE artist_credit (
  credit_id INTEGER NOT NULL REFERENCES artist (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  artist_id INTEGER NOT NULL REFERENCES artist (id),
  PRIMARY KEY (credit_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX artist_credit_by_artist ON artist_credit (artist_id, credit_id);
