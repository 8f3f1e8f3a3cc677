package org.segue.library.mixes;

/**
 * What a player asks for a mix of.
 *
 * @param libraryId the library whose ids the answer has, 0 if none is known
 * @param key database key of the song, or of the artist
 */
public record AskedSong(int libraryId, int key) {}
