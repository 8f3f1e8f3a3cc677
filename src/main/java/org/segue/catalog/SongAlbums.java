package org.segue.catalog;

/**
 * Which songs are of one album. Immutable by agreement, safe for any thread.
 *
 * @param songIds keys of all songs that were not joined to another, ascending
 * @param albums a number that songs share if and only if artist and album are the same, 1 for the first; 0 where no album is known: {@code [songs]}
 * @param count how many albums there are
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record SongAlbums(int[] songIds, int[] albums, int count) {}
