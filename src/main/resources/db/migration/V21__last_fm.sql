-- What players that speak Last.fm's protocols sign in with. Nothing of it opens anything but those protocols.

-- SHA-256 of the key of their sessions, in hexadecimal; null until one signs in.
ALTER TABLE access_token ADD COLUMN session_hash TEXT;

-- MD5 of a token that was made for players of which it is all that they send; null of all others.
ALTER TABLE access_token ADD COLUMN password_hash TEXT;
