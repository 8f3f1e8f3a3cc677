-- Which of several files of a song is the one to play: one with a star, else one of a studio album. And artists by their ids at MusicBrainz.

-- Files that a login's server has a star for.
CREATE TABLE library_star (
  login_id    INTEGER NOT NULL REFERENCES library_login (id) ON DELETE CASCADE,
  external_id TEXT NOT NULL,
  PRIMARY KEY (login_id, external_id)
) STRICT, WITHOUT ROWID;

-- Albums that are live or compilations, by the server's ids.
CREATE TABLE library_album (
  library_id  INTEGER NOT NULL REFERENCES library (id) ON DELETE CASCADE,
  external_id TEXT NOT NULL,
  PRIMARY KEY (library_id, external_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX artist_by_mbid ON artist (mbid) WHERE mbid IS NOT NULL;
