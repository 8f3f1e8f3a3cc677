-- What a hold-out said of a training's recipe, and whether its model was activated at once, and why.
ALTER TABLE training ADD COLUMN evaluation TEXT;   -- JSON, null if there was none
ALTER TABLE training ADD COLUMN activated INTEGER; -- 0 or 1, null without a model
ALTER TABLE training ADD COLUMN reason TEXT;
ALTER TABLE training ADD COLUMN tune INTEGER NOT NULL DEFAULT 0;
ALTER TABLE training ADD COLUMN trials TEXT;       -- JSON, null if there were none
