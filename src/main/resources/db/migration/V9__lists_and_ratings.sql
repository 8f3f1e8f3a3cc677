-- What one import may bring beside plays: ratings, and lists that somebody kept.

-- A row says itself what its value is, so that one import can have both of a cell.
CREATE TABLE play_count_of_both (
  user_id   INTEGER NOT NULL,
  song_id   INTEGER NOT NULL,
  import_id INTEGER NOT NULL,
  rating    INTEGER NOT NULL DEFAULT 0, -- 1 if the value is a rating, 0 if it is plays
  value     REAL NOT NULL,
  PRIMARY KEY (user_id, song_id, import_id, rating)
) STRICT, WITHOUT ROWID;
INSERT INTO play_count_of_both (user_id, song_id, import_id, rating, value)
  SELECT p.user_id, p.song_id, p.import_id, COALESCE(i.measure = 'ratings', 0), p.value
  FROM play_count p LEFT JOIN import i ON i.id = p.import_id ORDER BY p.user_id, p.song_id, p.import_id;
DROP TABLE play_count;
ALTER TABLE play_count_of_both RENAME TO play_count;
CREATE INDEX rating_by_import ON play_count (import_id) WHERE rating = 1;
ALTER TABLE import DROP COLUMN measure;

-- Lists as exports have them, a row for each import that brought one, in force while that is completed.
CREATE TABLE imported_playlist (
  id         TEXT NOT NULL,
  import_id  INTEGER NOT NULL,
  user_id    INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  songs      TEXT NOT NULL,    -- keys in order with commas between
  created_at INTEGER NOT NULL, -- epoch seconds
  PRIMARY KEY (id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_playlist_by_user ON imported_playlist (user_id);
CREATE INDEX imported_playlist_by_import ON imported_playlist (import_id);

-- All lists that there are, each once: one that is here comes before what imports say of it, and of these the latest.
CREATE VIEW playlist_in_force AS
  SELECT id, user_id, kind, period, name, songs, created_at FROM playlist
  UNION ALL
  SELECT p.id, p.user_id, NULL, NULL, p.name, p.songs, p.created_at FROM imported_playlist p
  WHERE p.import_id = (SELECT max(q.import_id) FROM imported_playlist q JOIN import i ON i.id = q.import_id
                       WHERE q.id = p.id AND i.status = 'completed')
    AND NOT EXISTS (SELECT 1 FROM playlist k WHERE k.id = p.id);
