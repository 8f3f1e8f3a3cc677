package org.segue.ranking;

/**
 * A recommendation before it has words: a song and its score.
 *
 * @param songId database key of the song
 * @param score the higher the better; comparable inside one answer only
 */
public record ScoredSong(int songId, float score) {}
