-- A play that several told of has a row for each of them, all with one time and one song; a row says besides what was told.

-- Who told it, told the start so many seconds after listened_at.
ALTER TABLE listen ADD COLUMN shift INTEGER NOT NULL DEFAULT 0;
-- The song that was named, null if it is song_id.
ALTER TABLE listen ADD COLUMN told_song INTEGER;

-- Programs that send plays: their rows have the negative key in place of an import; those of programs without a name have 0.
CREATE TABLE client (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- Songs whose length became known: what is one play may be decided otherwise now. At first, all whose length is known.
CREATE TABLE unsettled_song (song_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO unsettled_song (song_id) SELECT id FROM song WHERE duration_ms IS NOT NULL AND merged_into IS NULL;

-- Plays that one of those who told of them takes back.
CREATE TABLE unsettled_listen (
  user_id     INTEGER NOT NULL,
  listened_at INTEGER NOT NULL,
  song_id     INTEGER NOT NULL,
  skipped     INTEGER NOT NULL,
  PRIMARY KEY (user_id, listened_at, song_id, skipped)
) STRICT, WITHOUT ROWID;

-- By which version of the rules the files of an import were read.
ALTER TABLE import ADD COLUMN reading INTEGER NOT NULL DEFAULT 1;
