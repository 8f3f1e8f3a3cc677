package org.segue.catalog;

/**
 * How many users have a song.
 *
 * @param songId database key
 * @param listeners number of users
 */
public record SongListeners(int songId, int listeners) {}
