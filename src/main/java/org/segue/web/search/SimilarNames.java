package org.segue.web.search;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.segue.catalog.Artist;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;

/**
 * Names like one that somebody misspelled: those that share the first letters of a word with it and need few letters changed, by
 * the distance of Levenshtein. Blocks.
 */
@Singleton
class SimilarNames {

    private static final int SHARED_LETTERS = 2;
    private static final int MAX_CANDIDATES = 300;
    private static final int MAX_NAMES = 5;

    /** One letter of so many may be wrong. */
    private static final int LETTERS_PER_MISTAKE = 3;

    private final UserRepository users;
    private final ArtistRepository artists;
    private final SongRepository songs;

    SimilarNames(UserRepository users, ArtistRepository artists, SongRepository songs) {
        this.users = users;
        this.artists = artists;
        this.songs = songs;
    }

    /**
     * The most similar names first.
     *
     * @param people whether those of listeners may be told
     */
    List<SearchView.Name> names(String typed, boolean people) {
        int most = Math.max(1, typed.length() / LETTERS_PER_MISTAKE);
        Map<String, Integer> distances = new LinkedHashMap<>();
        Arrays.stream(typed.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHARED_LETTERS)
                .map(word -> word.substring(0, SHARED_LETTERS))
                .distinct()
                .flatMap(start -> candidates(start, people))
                .forEach(name -> distances.put(name, distance(typed, name)));
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= most)
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .limit(MAX_NAMES)
                .map(entry -> new SearchView.Name(entry.getKey()))
                .toList();
    }

    private Stream<String> candidates(String start, boolean people) {
        Stream<String> listeners =
                people ? users.search(start, 0, MAX_CANDIDATES).stream().map(User::name) : Stream.of();
        return Stream.of(
                        listeners,
                        artists.search(start, 0, MAX_CANDIDATES).stream().map(Artist::name),
                        songs.search(start, 0, MAX_CANDIDATES).stream().map(Song::title))
                .flatMap(names -> names);
    }

    /** How many letters differ, whatever their case. */
    static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] before = new int[to.length() + 1];
        Arrays.setAll(before, k -> k);
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int k = 1; k <= to.length(); k++) {
                int changed = before[k - 1] + (from.charAt(i - 1) == to.charAt(k - 1) ? 0 : 1);
                row[k] = Math.min(changed, Math.min(before[k], row[k - 1]) + 1);
            }
            before = row;
        }
        return before[to.length()];
    }
}
