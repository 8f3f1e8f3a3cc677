package org.segue.ranking;

import java.util.Arrays;
import org.segue.interactions.Preferences;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters.Loss;
import org.segue.model.Objective;
import org.segue.ranking.linalg.WeightedRows;

/**
 * The songs of a history that a model has embeddings of, and how much each weighs in a fold-in. The embeddings stay in the
 * model: a term is the row of one. Immutable by agreement.
 *
 * <p>With the weight o that the user's {@link Preferences} give a song (1 for a song that was only heard):
 *
 * <pre>
 *           weight w                            target t
 * implicit: |o| · confidence of the plays       1, or 0 if o &lt; 0
 * explicit: |o|                                 the rating; the user's highest if o > 0; 0 if o &lt; 0
 * </pre>
 *
 * In the implicit objective w falls with the age of the song ({@link Aging}), and what is left of it is nothing for songs heard long ago. What
 * the user dislikes does not age, nor does a seed; what the user loves never weighs less than a song without a time.
 *
 * @param model whose embeddings they are
 * @param rows which rows of the model's song embeddings, ascending: {@code [n]}
 * @param weights what multiplies a song's outer product in the matrix, w: {@code [n]}
 * @param targets what its score should be, t: {@code [n]}
 * @param moments how much its neighbors count, v: {@code [n]}, or empty if none does
 * @param timing the time that they are for
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
record FoldInTerms(FactorModel model, int[] rows, double[] weights, float[] targets, double[] moments, Timing timing) {

    /** Finds them; songs without an embedding and values that are not finite are left out. */
    static FoldInTerms of(UserHistory history, FactorModel model) {
        return of(history, model, Timing.of(model.recency(), false));
    }

    /** The same at a time. */
    static FoldInTerms of(UserHistory history, FactorModel model, Timing timing) {
        Gathering gathering = new Gathering(history, model, timing);
        boolean[] now = history.preferences().now();
        int[] heard = history.songIds();
        int[] preferred = history.preferences().songIds();
        float[] preferences = history.preferences().weights();
        int p = 0;
        for (int k = 0; k < heard.length; k++) {
            while (p < preferred.length && preferred[p] < heard[k]) {
                gathering.age(0, now[p]);
                gathering.add(preferred[p], Float.NaN, preferences[p++]);
            }
            boolean isPreferred = p < preferred.length && preferred[p] == heard[k];
            gathering.age(history.lastHeardAt(k), isPreferred && now[p]);
            gathering.add(heard[k], history.values()[k], isPreferred ? preferences[p++] : 0);
        }
        for (; p < preferred.length; p++) {
            gathering.age(0, now[p]);
            gathering.add(preferred[p], Float.NaN, preferences[p]);
        }
        return gathering.terms();
    }

    /** How many there are. */
    int size() {
        return rows.length;
    }

    /** Database key of a term's song. */
    int songId(int term) {
        return model.songIds()[rows[term]];
    }

    /** What multiplies a song's embedding on the right-hand side, w · t. */
    double pull(int term) {
        return weights[term] * targets[term];
    }

    /** The least-squares problem that they make. */
    WeightedRows weighted() {
        return new WeightedRows(model.embeddings()::copyRow, rows, weights, targets);
    }

    /** Takes a user's songs by ascending key and keeps those that count. */
    private static final class Gathering {
        private final FactorModel model;
        private final Loss loss;
        private final boolean implicit;
        private final float highest;
        private final int[] rows;
        private final double[] weights;
        private final float[] targets;
        private final double[] moments;
        private final Timing timing;
        private final Aging.Clock clock;
        private final Aging.Clock neighborClock;
        private final boolean isSameClock;
        private double recency;
        private double moment;
        private boolean isNow;
        private int size;

        Gathering(UserHistory history, FactorModel model, Timing timing) {
            this.model = model;
            this.loss = model.loss();
            this.implicit = loss.objective() == Objective.IMPLICIT;
            this.highest = implicit ? 1 : highest(history.values());
            int most = history.songIds().length + history.preferences().songIds().length;
            this.rows = new int[most];
            this.weights = new double[most];
            this.targets = new float[most];
            this.moments = new double[timing.weight() == 0 ? 0 : most];
            this.timing = timing;
            this.clock = (implicit ? timing.songs() : Aging.NONE).of(history, songId -> model.songIndexOf(songId) >= 0);
            this.neighborClock = (implicit ? timing.neighbors() : Aging.NONE).since(clock);
            this.isSameClock = clock.equals(neighborClock);
        }

        /** When the next song was last heard, epoch seconds or 0 if that is not known, and whether it is wanted now. */
        void age(long lastHeard, boolean now) {
            isNow = now;
            recency = now ? 1 : clock.weight(lastHeard);
            moment = isSameClock ? recency : now ? 1 : moments.length == 0 ? 0 : neighborClock.weight(lastHeard);
        }

        /** Plays or rating of a song, not a number if it was not heard, and the preference for it, 0 for none. */
        void add(int songId, float value, float preference) {
            boolean isNothing = preference == 0 && (!Float.isFinite(value) || recency == 0);
            int row = isNothing ? -1 : model.songIndexOf(songId);
            double kept = preference == 0 ? recency : kept(preference, recency, clock);
            if (row < 0 || kept == 0) {
                return;
            }
            rows[size] = row;
            weights[size] = (preference == 0 ? 1 : Math.abs(preference)) * confidence(value) * kept;
            if (moments.length != 0) {
                moments[size] = moment(value, preference);
            }
            targets[size++] = target(value, preference);
        }

        // A seed counts by its weight alone, without the one that it has as a song heard.
        private double moment(float value, float preference) {
            if (preference <= 0) {
                return preference < 0 ? 0 : moment;
            }
            float heard = Float.isFinite(value) ? 1 : 0;
            return isNow ? (preference - heard) / Preferences.LOVE : kept(preference, moment, neighborClock);
        }

        private static double kept(float preference, double aged, Aging.Clock clock) {
            return preference < 0 ? 1 : Math.max(aged, clock.weight(0));
        }

        private double confidence(float value) {
            return implicit && Float.isFinite(value) ? loss.confidence().weight(value) : 1;
        }

        private float target(float value, float preference) {
            if (preference < 0) {
                return 0;
            }
            return preference > 0 || implicit ? highest : value;
        }

        // Of someone without ratings any target does: all scores grow with it alike.
        private static float highest(float[] ratings) {
            float highest = Float.NEGATIVE_INFINITY;
            for (float rating : ratings) {
                highest = Float.isFinite(rating) ? Math.max(highest, rating) : highest;
            }
            return Float.isFinite(highest) ? highest : 1;
        }

        FoldInTerms terms() {
            return size == rows.length
                    ? new FoldInTerms(model, rows, weights, targets, moments, timing)
                    : new FoldInTerms(
                            model,
                            Arrays.copyOf(rows, size),
                            Arrays.copyOf(weights, size),
                            Arrays.copyOf(targets, size),
                            Arrays.copyOf(moments, Math.min(size, moments.length)),
                            timing);
        }
    }
}
