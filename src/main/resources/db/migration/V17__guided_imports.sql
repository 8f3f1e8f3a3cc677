-- Imports as people see them: whose each is, and what was said of the columns of tables.

-- Whom an import has brought something of; of public dumps nobody.
CREATE TABLE import_listener (
  import_id INTEGER NOT NULL REFERENCES import (id),
  user_id   INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  PRIMARY KEY (import_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_listener_by_user ON import_listener (user_id);

INSERT INTO import_listener (import_id, user_id)
SELECT DISTINCT r.import_id, r.user_id
FROM (SELECT import_id, user_id FROM listen UNION ALL SELECT import_id, user_id FROM play_count) r
JOIN import i ON i.id = r.import_id AND i.population = 0
JOIN user u ON u.id = r.user_id;

-- What the columns of a table hold, by its header: the newest choices, a limited number of them.
CREATE TABLE column_choice (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  hash      TEXT NOT NULL UNIQUE, -- SHA-256 of the header
  header    TEXT NOT NULL,        -- JSON, a list of names
  columns   TEXT NOT NULL,        -- JSON, a list of meanings in the order of the names
  chosen_at INTEGER NOT NULL      -- epoch milliseconds
) STRICT;
