package org.segue.ranking;

import java.util.List;

/**
 * Why a song has its score: what the user's own songs contribute to it.
 *
 * @param songId database key of the song explained
 * @param strongest the user's songs that raise the score most, largest contribution first, the smaller key first where
 *     contributions are equal; a disliked song, which adds nothing, is not among them
 * @param total sum over all of the user's songs, not over the listed ones alone: the score
 */
public record Explanation(int songId, List<Contribution> strongest, float total) {

    /**
     * What one song of the user adds to the score.
     *
     * @param songId database key of the user's song
     * @param value its summand, negative if it lowers the score
     * @param user public id of the user whose song it is; empty where the ranking is for one
     * @param neighbor the part of the summand that is there because the two songs are neighbors
     */
    public record Contribution(int songId, float value, String user, float neighbor) {}
}
