package org.segue.catalog;

/**
 * What some songs are tagged with. Immutable by agreement, safe for any thread.
 *
 * @param songIds keys of songs, ascending
 * @param artistIds key of the name that the song is credited to, 0 if none is known
 * @param albums a number that songs share if and only if they are of one album by one artist, 1 for the first; 0 where no album is known
 * @param albumNames names by these numbers; the place 0 is empty
 * @param lengthsMs in milliseconds, 0 where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record SongTags(int[] songIds, int[] artistIds, int[] albums, String[] albumNames, int[] lengthsMs) {}
