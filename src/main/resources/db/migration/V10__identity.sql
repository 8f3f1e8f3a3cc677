-- Models say of which database they are: a folder of models beside another database must not answer, for its keys would be
-- those of strangers. A database that somebody has used before this migration takes the models over that it finds, once.
CREATE TABLE identity (
  id             TEXT NOT NULL,   -- random
  adopts_models  INTEGER NOT NULL -- 1 until the models that were there before have got it
) STRICT;
INSERT INTO identity (id, adopts_models)
  SELECT lower(hex(randomblob(16))), EXISTS (SELECT 1 FROM user) OR EXISTS (SELECT 1 FROM import);
