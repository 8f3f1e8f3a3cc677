package org.segue.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets a listener hear songs.
 *
 * <p>The weight of an artist is fame × taste for the scenes × closeness in mood × a liking that is the listener's own;
 * an artist is drawn by weight, then a song of the artist, hits first, until enough different songs were heard.
 */
final class Listening {

    /** Width of the bell around a listener's mood, on a circle of length 1. */
    private static final double MOOD_WIDTH = 0.13;

    /** An artist is worth half as much in the second scene. */
    private static final double OTHER_SCENE = 0.5;

    private static final double LIKING_SCALE = 0.6;

    /** How far play counts of one listener spread, and how much a liked artist adds. */
    private static final double PLAYS_SCALE = 1.15;

    private static final double LIKING_IN_PLAYS = 0.45;

    /** A play count that a person can reach in a few years. */
    private static final int MAX_PLAYS = 2500;

    private final List<Artist> artists;

    Listening(List<Artist> artists) {
        this.artists = artists;
    }

    /** The songs that a listener has heard, by number. */
    List<Play> of(Listener listener, Dice dice) {
        double[] likings = new double[artists.size()];
        double[] weights = new double[artists.size()];
        for (int i = 0; i < weights.length; i++) {
            likings[i] = LIKING_SCALE * dice.gaussian();
            weights[i] = attraction(listener, artists.get(i), likings[i]);
        }
        Lottery byWeight = new Lottery(weights);
        Map<Integer, Play> heard = new TreeMap<>();
        while (heard.size() < listener.songs()) {
            int drawn = byWeight.draw(dice);
            Artist artist = artists.get(drawn);
            Song song = artist.songs().get(artist.hits().draw(dice));
            heard.computeIfAbsent(song.number(), n -> new Play(song, plays(listener.zeal(), likings[drawn], dice)));
        }
        return List.copyOf(heard.values());
    }

    private static double attraction(Listener listener, Artist artist, double liking) {
        List<Double> scenes = listener.scenes();
        double taste = Math.max(scenes.get(artist.scene()), OTHER_SCENE * scenes.get(artist.otherScene()));
        double distance = distance(listener.mood(), artist.mood()) / MOOD_WIDTH;
        return artist.fame() * taste * StrictMath.exp(liking - 0.5 * distance * distance);
    }

    private static double distance(double moodA, double moodB) {
        double apart = Math.abs(moodA - moodB);
        return Math.min(apart, 1 - apart);
    }

    private static int plays(double zeal, double liking, Dice dice) {
        double plays = dice.logNormal(zeal + LIKING_IN_PLAYS * liking, PLAYS_SCALE);
        return (int) Math.max(1, Math.min(MAX_PLAYS, plays));
    }
}
