package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.Names;
import org.segue.catalog.Ref;
import org.segue.catalog.Song;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.ranking.RecommendationQuery.Seed;
import org.segue.web.Words;

/**
 * The question as it was typed, and what is wrong with it.
 *
 * @param asked false on a page that was opened without a question
 * @param users public ids; until {@link #meaning} has told them, and for those who are unknown, as typed, without the blanks
 *     around them and without those typed twice
 * @param names what the fields call them, in the same order
 * @param n as typed, without the blanks around it
 * @param adventure from 0, the plain ranking, to 1; 0 if what was sent is neither
 * @param seeds public ids of songs to start from
 * @param liked words of one more song to start from, as typed if there is no such song; empty if there is, or none was typed
 * @param ignored public ids of songs that the answer must not be made from
 * @param userProblem what is wrong with the users in words, null if nothing is
 * @param nProblem what is wrong with the number in words, null if nothing is
 * @param seedProblem what is wrong with the words of a song, null if nothing is
 */
@TemplateData
public record HomeForm(
        boolean asked,
        List<String> users,
        List<String> names,
        String n,
        double adventure,
        List<String> seeds,
        String liked,
        List<String> ignored,
        @Nullable String userProblem,
        @Nullable String nProblem,
        @Nullable String seedProblem) {

    /** As long as a public id may be. */
    static final int MAX_ID_LENGTH = 128;

    static final int DEFAULT_N = 10;
    static final int MAX_N = 500;

    /** More make neither a better list nor an address that can be shared. */
    static final int MAX_SONGS = 30;

    /** As many as one list is made for. */
    static final int MAX_USERS = 20;

    /** Copies the lists. */
    public HomeForm {
        users = List.copyOf(users);
        names = List.copyOf(names);
        seeds = List.copyOf(seeds);
        ignored = List.copyOf(ignored);
    }

    /** A page that was opened without a question. */
    static HomeForm blank() {
        return new HomeForm(
                false, List.of(), List.of(), String.valueOf(DEFAULT_N), 0, List.of(), "", List.of(), null, null, null);
    }

    /**
     * Reads a question; without a number it is one for {@value #DEFAULT_N} songs.
     *
     * @param found the song that the words of one more mean
     */
    static HomeForm read(HomeQuestion question, Optional<Song> found, Words words) {
        List<String> users = typed(question.users());
        String n = stripped(question.n(), String.valueOf(DEFAULT_N));
        String liked = found.isPresent() ? "" : stripped(question.liked(), "");
        List<String> seeds =
                ids(Stream.concat(question.seeds().stream(), found.stream().map(Song::publicId)));
        return new HomeForm(
                true,
                users,
                users,
                n,
                adventure(question.adventure()),
                seeds,
                liked,
                ids(question.ignored().stream()),
                liked.isEmpty() || !users.isEmpty() ? userProblem(users, seeds, words) : null,
                isCount(n) ? null : words.countOutOfRange(1, MAX_N),
                liked.isEmpty() ? null : words.noSong(liked));
    }

    /** Address of the page that asks this again, relative to the home page. */
    public String address() {
        return "./" + question();
    }

    /** The question as it stands behind the root in an address; empty if there is none. */
    public String question() {
        return asked ? '?' + addressed() + extras("", "") : "";
    }

    /** Address of the answer as a file, relative to the home page. */
    public String fileAddress(String format) {
        return "playlist?format=" + format + '&' + addressed() + extras("", "");
    }

    /** Address of the page that asks this without one of the {@link #seeds}. */
    String addressWithoutSeed(String seed) {
        return "./?" + addressed() + extras(seed, "");
    }

    /** Address of the page that asks this without one of those {@link #ignored}. */
    String addressWithoutIgnored(String song) {
        return "./?" + addressed() + extras("", song);
    }

    /** Address of the page that asks this without the influence of one more song. */
    String addressIgnoring(String song) {
        return addressWithoutIgnored(song) + "&ignore=" + encode(song);
    }

    private String addressed() {
        return (users.isEmpty() ? List.of("") : users)
                        .stream().map(user -> "user=" + encode(user) + '&').collect(Collectors.joining())
                + "n="
                + encode(n);
    }

    private String extras(String withoutSeed, String withoutIgnored) {
        StringBuilder extras = new StringBuilder();
        if (adventure > 0) {
            extras.append("&adventure=").append(adventure);
        }
        seeds.stream()
                .filter(seed -> !seed.equals(withoutSeed))
                .forEach(seed -> extras.append("&seed=").append(encode(seed)));
        ignored.stream()
                .filter(song -> !song.equals(withoutIgnored))
                .forEach(song -> extras.append("&ignore=").append(encode(song)));
        return extras.toString();
    }

    /** The same question of somebody who may not ask it. */
    HomeForm refused(Words words) {
        return new HomeForm(
                asked, users, names, n, adventure, seeds, liked, ignored, words.notYours(), nProblem, seedProblem);
    }

    /**
     * Somebody who is meant by what was typed.
     *
     * @param id public id
     * @param name that means nobody else
     */
    record Called(String id, String name) {}

    /** The same question, about those who were meant by what was typed. */
    HomeForm meaning(List<Called> meant) {
        Map<String, String> names = new LinkedHashMap<>();
        meant.forEach(called -> names.putIfAbsent(called.id(), called.name()));
        return new HomeForm(
                asked,
                List.copyOf(names.keySet()),
                List.copyOf(names.values()),
                n,
                adventure,
                seeds,
                liked,
                ignored,
                userProblem,
                nProblem,
                seedProblem);
    }

    /** What the fields for users hold: one at least, and if it is empty. */
    public List<String> fields() {
        return names.isEmpty() ? List.of("") : names;
    }

    /** Whether one list for several is asked for. */
    public boolean isBlend() {
        return users.size() > 1;
    }

    /** Whether there is a question that can be answered. */
    boolean answerable() {
        return asked && userProblem == null && nProblem == null && seedProblem == null;
    }

    /** The question itself, with what it names looked up. Only for a form that is {@link #answerable()}. */
    CompletableFuture<RecommendationQuery> query(Catalog catalog) {
        List<Ref> songs = Stream.concat(seeds.stream(), ignored.stream())
                .map(Ref::publicId)
                .toList();
        return catalog.resolve(users.stream().map(Ref::publicId).toList(), songs, List.of())
                .thenApply(this::query);
    }

    private RecommendationQuery query(Names found) {
        Set<Integer> influence =
                found.songKeys(ignored.stream().map(Ref::publicId).toList());
        return new RecommendationQuery(
                users.stream().map(user -> found.user(Ref.publicId(user))).toList(),
                seeds.stream()
                        .map(seed -> new Seed(found.song(Ref.publicId(seed)), 1))
                        .toList(),
                Integer.parseInt(n),
                Mode.DISCOVER,
                new Filter(true, 0, Set.of(), Set.of(), influence, null, 0),
                new DiversityReranker(0, adventure),
                true);
    }

    private static String stripped(@Nullable String sent, String otherwise) {
        return sent == null || sent.isBlank() ? otherwise : sent.strip();
    }

    private static List<String> typed(List<String> sent) {
        return sent.stream()
                .map(String::strip)
                .filter(user -> !user.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> ids(Stream<String> sent) {
        return sent.map(String::strip)
                .filter(id -> !id.isEmpty() && id.length() <= MAX_ID_LENGTH)
                .distinct()
                .limit(MAX_SONGS)
                .toList();
    }

    private static double adventure(@Nullable String sent) {
        try {
            double adventure = Double.parseDouble(stripped(sent, "0"));
            return adventure >= 0 && adventure <= 1 ? adventure : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable String userProblem(List<String> users, List<String> seeds, Words words) {
        if (users.isEmpty() && seeds.isEmpty()) {
            return words.userEmpty();
        }
        if (users.size() > MAX_USERS) {
            return words.usersTooMany(MAX_USERS);
        }
        return users.stream().anyMatch(user -> user.length() > MAX_ID_LENGTH) ? words.userTooLong(MAX_ID_LENGTH) : null;
    }

    private static boolean isCount(String typed) {
        try {
            int n = Integer.parseInt(typed);
            return n >= 1 && n <= MAX_N;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
