-- What goes on from one answer to the next is signed with this key, so that nobody can make up where a radio is. Backups take it along.
CREATE TABLE signing_key (key TEXT NOT NULL) STRICT;
INSERT INTO signing_key (key) SELECT lower(hex(randomblob(32)));
