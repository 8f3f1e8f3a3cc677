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
     */
    public record Contribution(int songId, float value, String user) {}

    /**
     * Explains one song.
     *
     * @param solution the user's embedding
     * @param songId database key of a song of the model
     * @param count the most songs to list, not negative
     * @throws IllegalArgumentException if the model does not know the song
     */
    public static Explanation of(FoldInResult solution, int songId, int count) {
        double[] contributions = solution.contributions(songId);
        TopN strongest = new TopN(Math.min(count, contributions.length));
        double total = 0;
        for (int j = 0; j < contributions.length; j++) {
            if (solution.contributes(j)) {
                strongest.offer(solution.songIds()[j], (float) contributions[j]);
            }
            total += contributions[j];
        }
        List<Contribution> listed = strongest.drain().stream()
                .map(song -> new Contribution(song.songId(), song.score(), ""))
                .toList();
        return new Explanation(songId, listed, (float) total);
    }
}
