package wronghouse.web;

import wronghouse.catalog.Song;

/** Lives in a package without a package-info; what it imports is allowed. */
public record SongPage(Song song) {}
