package org.segue.people.outcomes;

/**
 * A song that was recommended to a listener for the first time.
 *
 * @param songId database key; of a song that was joined to another, that one's
 * @param shown whether the listener saw it; otherwise it was one of the next of the ranking
 * @param rank 1 for the best of the ranking
 * @param at when, epoch seconds
 */
public record ShownSong(int songId, boolean shown, int rank, long at) {}
