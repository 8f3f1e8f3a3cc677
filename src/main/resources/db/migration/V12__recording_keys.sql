-- Keys of recordings and artists are made by other rules from here on. Segue makes them anew when it starts, in short writes;
-- what is not done yet can be told from the rows, so that it goes on where it was stopped.

-- The key up to the eleventh schema, where the song has another now: players ask for ids that were made of it.
ALTER TABLE song ADD COLUMN former_key TEXT;
-- Of a version (live, remix, …) the key without the marks of one: songs with it, or whose key it is, are near copies.
ALTER TABLE song ADD COLUMN work_key TEXT;
-- A title without letters and digits, which no index of words has.
ALTER TABLE song ADD COLUMN signs TEXT;
CREATE INDEX song_by_work ON song (work_key) WHERE work_key IS NOT NULL;
CREATE INDEX song_by_signs ON song (signs) WHERE signs IS NOT NULL;

UPDATE song SET former_key = recording_key, recording_key = NULL WHERE recording_key IS NOT NULL;
CREATE INDEX song_without_key ON song (id) WHERE recording_key IS NULL AND former_key IS NOT NULL;

-- No key begins with a tab: those that do are still to be made anew.
ALTER TABLE artist ADD COLUMN merged_into INTEGER REFERENCES artist (id);
CREATE INDEX artist_by_merged ON artist (merged_into) WHERE merged_into IS NOT NULL;
UPDATE artist SET name_key = char(9) || name_key;

-- 1 for a listen that artist and title alone were told of, neither album nor length nor any id: of several songs of these names
-- it is the most played one's, whichever that is.
ALTER TABLE listen ADD COLUMN by_name INTEGER NOT NULL DEFAULT 0;

-- What became of songs that got the same key. Rows keep the key of the song that was joined, which can be taken back.
CREATE TABLE song_merge (
  from_id   INTEGER NOT NULL PRIMARY KEY REFERENCES song (id) ON DELETE CASCADE,
  into_id   INTEGER NOT NULL REFERENCES song (id) ON DELETE CASCADE,
  state     TEXT NOT NULL,    -- joined | listed: somebody may know better | apart: two songs, as somebody has said
  rule      TEXT NOT NULL,    -- key: the same recording key
  reason    TEXT,             -- why they are listed: mbid | length | feedback
  merged_at INTEGER NOT NULL  -- epoch seconds
) STRICT, WITHOUT ROWID;
CREATE INDEX song_merge_by_into ON song_merge (into_id);

-- What is still to be done, in this order; empty afterwards.
CREATE TABLE rekeying (step TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO rekeying (step) SELECT s.column1 FROM (VALUES ('1 keys'), ('2 joins'), ('3 times')) s
  WHERE EXISTS (SELECT 1 FROM song) OR EXISTS (SELECT 1 FROM artist);
