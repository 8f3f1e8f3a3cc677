package org.segue.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What draws a listener to artists, and how that changes: from the scenes of the start towards another one, and around the
 * circle of moods.
 *
 * <p>The weight of an artist is fame × belonging to the scene of the moment × closeness in mood × a liking that is the listener's
 * own.
 */
final class Taste {

    /** Width of the bell around a listener's mood, on a circle of length 1. */
    private static final double MOOD_WIDTH = 0.13;

    /** An artist is worth half as much in the second scene. */
    private static final double OTHER_SCENE = 0.5;

    private static final double LIKING_SCALE = 0.5;

    /** How far the mood goes in two years, and how far it strays for an evening. */
    private static final double MOOD_DRIFT = 0.12;

    private static final double MOOD_JITTER = 0.03;

    /** One listener in three ends somewhere else altogether; the others do not go all the way. */
    private static final double MAX_DRIFT = 1.5;

    private final List<Artist> artists;
    private final double[] likings;
    private final double[] before;
    private final double[] after;
    private final double drift;
    private final double mood;
    private final double moodDrift;

    Taste(List<Artist> artists, Listener listener, Dice dice) {
        this.artists = artists;
        this.likings = artists.stream()
                .mapToDouble(artist -> LIKING_SCALE * dice.gaussian())
                .toArray();
        this.before = shares(
                listener.scenes().stream().mapToDouble(Double::doubleValue).toArray());
        this.after = shares(Scenes.overlap()[next(before, dice)]);
        this.drift = MAX_DRIFT * dice.unit();
        this.mood = listener.mood();
        this.moodDrift = MOOD_DRIFT * dice.gaussian();
    }

    /**
     * The artists of an evening and their weights.
     *
     * @param time 0 at the start of the two years, 1 at their end
     */
    Choice evening(double time, Dice dice) {
        int scene = new Lottery(scenes(time)).draw(dice);
        double moodNow = mood + moodDrift * time + MOOD_JITTER * dice.gaussian();
        List<Artist> chosen = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < likings.length; i++) {
            double belonging = belonging(artists.get(i), scene);
            if (belonging > 0) {
                chosen.add(artists.get(i));
                weights.add(belonging * attraction(artists.get(i), moodNow, likings[i]));
            }
        }
        return new Choice(
                chosen,
                new Lottery(weights.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /**
     * What an evening offers.
     *
     * @param artists those of its scene
     * @param weights draws one of them
     */
    record Choice(List<Artist> artists, Lottery weights) {
        Artist draw(Dice dice) {
            return artists.get(weights.draw(dice));
        }
    }

    private double[] scenes(double time) {
        double gone = Math.min(1, drift * time);
        return IntStream.range(0, before.length)
                .mapToDouble(scene -> (1 - gone) * before[scene] + gone * after[scene])
                .toArray();
    }

    private static double belonging(Artist artist, int scene) {
        if (artist.scene() == scene) {
            return 1;
        }
        return artist.otherScene() == scene ? OTHER_SCENE : 0;
    }

    private static double attraction(Artist artist, double mood, double liking) {
        double distance = distance(mood, artist.mood()) / MOOD_WIDTH;
        return artist.fame() * StrictMath.exp(liking - 0.5 * distance * distance);
    }

    private static double distance(double moodA, double moodB) {
        double apart = Math.abs(moodA - moodB) % 1;
        return Math.min(apart, 1 - apart);
    }

    // Where to: a neighbor of what is heard now, or anywhere.
    private static int next(double[] scenes, Dice dice) {
        int[] around = Scenes.neighbors(new Lottery(scenes).draw(dice));
        return dice.chance(0.7) ? around[dice.below(around.length)] : dice.below(scenes.length);
    }

    private static double[] shares(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] shares = new double[weights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = weights[i] / sum;
        }
        return shares;
    }
}
