package org.segue.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Invents the artists of every scene with their albums and songs. */
final class Catalogue {

    private static final int ARTISTS_A_SCENE = 21;

    /** One artist in four is known in a second scene. */
    private static final double CROSSOVER = 0.25;

    /** Fame falls with the rank r as (r + offset)^−exponent; the offset keeps the first few from being everybody's. */
    private static final double FAME_EXPONENT = 1.05;

    private static final double FAME_OFFSET = 3;

    private static final double HIT_EXPONENT = 0.9;

    /** How many artists have one, two, … albums. */
    private static final Lottery ALBUMS = new Lottery(0.30, 0.35, 0.25, 0.10);

    private static final int MIN_SONGS = 3;
    private static final int MAX_SONGS = 7;

    private final Dice dice;
    private final Set<String> artistNames = new HashSet<>();
    private int songs;

    private Catalogue(Dice dice) {
        this.dice = dice;
    }

    static List<Artist> invent(Dice dice) {
        return new Catalogue(dice).artists();
    }

    private List<Artist> artists() {
        int scenes = Scenes.ALL.size();
        int[] rank = dice.permutation(scenes * ARTISTS_A_SCENE);
        return IntStream.range(0, rank.length)
                .mapToObj(i -> artist(i % scenes, StrictMath.pow(rank[i] + FAME_OFFSET, -FAME_EXPONENT)))
                .toList();
    }

    private Artist artist(int scene, double fame) {
        int[] neighbors = Scenes.neighbors(scene);
        int otherScene = dice.chance(CROSSOVER) ? neighbors[dice.below(neighbors.length)] : scene;
        Grammar words = Scenes.ALL.get(scene).words();
        String name = unused("artist", words, artistNames);
        List<Song> discography = discography(name, words);
        return new Artist(scene, otherScene, fame, dice.unit(), discography, hits(discography.size()));
    }

    private List<Song> discography(String artist, Grammar words) {
        List<Song> discography = new ArrayList<>();
        Set<String> albums = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (int album = ALBUMS.draw(dice); album >= 0; album--) {
            String name = unused("album", words, albums);
            for (int song = MIN_SONGS + dice.below(MAX_SONGS - MIN_SONGS + 1); song > 0; song--) {
                discography.add(new Song(++songs, unused("title", words, titles), artist, name));
            }
        }
        return List.copyOf(discography);
    }

    private Lottery hits(int size) {
        int[] rank = dice.permutation(size);
        return new Lottery(Arrays.stream(rank)
                .mapToDouble(r -> StrictMath.pow(r + 1, -HIT_EXPONENT))
                .toArray());
    }

    private String unused(String rule, Grammar words, Set<String> taken) {
        String name = words.make(rule, dice);
        while (!taken.add(folded(name))) {
            name = words.make(rule, dice);
        }
        return name;
    }

    /** Letters and digits alone, without accents and case: what a search or an importer may take for the same. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
