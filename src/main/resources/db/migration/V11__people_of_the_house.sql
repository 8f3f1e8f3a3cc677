-- Who is of the house is asked for at each name that is given: the few whom no import brought.
CREATE INDEX user_of_house ON user (id) WHERE import_id IS NULL;

-- What an import says of itself beside its counts: sentences, JSON.
ALTER TABLE import ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
