package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.Names;
import org.segue.catalog.Ref;
import org.segue.catalog.Song;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.ranking.RecommendationQuery.Seed;

/**
 * The question of the home page as it was typed, and what is wrong with it.
 *
 * @param asked false on a page that was opened without a question
 * @param listeners whom the songs are for
 * @param n number of songs as typed, without the blanks around it
 * @param choice how far to stray from the songs that fit best
 * @param time which plays of the listeners count
 * @param songs to start from and to ignore
 * @param userProblem what is wrong with the listeners, null if nothing is
 * @param clash the name that is {@link UserProblem#AMBIGUOUS} or {@link UserProblem#UNKNOWN}, null if none is
 */
@TemplateData
public record HomeForm(
        boolean asked,
        Listeners listeners,
        String n,
        SongChoice choice,
        AskedTime time,
        Songs songs,
        @Nullable UserProblem userProblem,
        @Nullable Clash clash) {

    /** As long as a public id may be. */
    static final int MAX_ID_LENGTH = 128;

    static final int DEFAULT_N = 10;
    static final int MAX_N = 500;

    /** More make neither a better list nor an address that can be shared. */
    static final int MAX_SONGS = 30;

    /** As many as one list is made for. */
    static final int MAX_USERS = 20;

    /** What can be wrong with the listeners. */
    @TemplateData
    public enum UserProblem {
        /** Neither a listener nor a song is named. */
        MISSING,
        /** More than one list can be made for. */
        TOO_MANY,
        /** A name is longer than any public id. */
        TOO_LONG,
        /** Several listeners are called so. */
        AMBIGUOUS,
        /** No listener is called so. */
        UNKNOWN,
        /** The caller may not read this listener's songs. */
        FORBIDDEN
    }

    /**
     * Songs that the question names, by public id.
     *
     * @param seeds to start from
     * @param liked title of one more to start from, as typed, if there is no such song; empty otherwise
     * @param ignored that the answer must not be made from
     */
    @TemplateData
    public record Songs(List<String> seeds, String liked, List<String> ignored) {

        /** Copies the lists. */
        public Songs {
            seeds = List.copyOf(seeds);
            ignored = List.copyOf(ignored);
        }
    }

    /** A page that was opened without a question. */
    static HomeForm blank() {
        Songs none = new Songs(List.of(), "", List.of());
        Listeners nobody = new Listeners(List.of(), List.of());
        return new HomeForm(
                false, nobody, String.valueOf(DEFAULT_N), SongChoice.NONE, AskedTime.BY_MODEL, none, null, null);
    }

    /**
     * Reads a question; without a number it is one for {@value #DEFAULT_N} songs.
     *
     * @param found the song that {@link HomeQuestion#liked} names
     */
    static HomeForm read(HomeQuestion question, Optional<Song> found) {
        List<String> users = typed(question.users());
        Songs songs = new Songs(
                ids(Stream.concat(question.seeds().stream(), found.stream().map(Song::publicId))),
                found.isPresent() ? "" : stripped(question.liked(), ""),
                ids(question.ignored().stream()));
        UserProblem problem = userProblem(users, songs);
        return new HomeForm(
                true,
                new Listeners(users, users),
                stripped(question.n(), String.valueOf(DEFAULT_N)),
                question.choice(),
                AskedTime.of(question.when(), question.halfLife(), !users.isEmpty() || problem != null),
                songs,
                problem,
                null);
    }

    /** The same question for other songs. */
    HomeForm with(String count, SongChoice other) {
        return new HomeForm(asked, listeners, count, other, time, songs, userProblem, clash);
    }

    /** The same question of somebody who may not ask it. */
    HomeForm refused() {
        return new HomeForm(asked, listeners, n, choice, time, songs, UserProblem.FORBIDDEN, null);
    }

    /** The same question with a name that no listener has. */
    HomeForm unknown(Clash name) {
        return new HomeForm(asked, listeners, n, choice, time, songs, UserProblem.UNKNOWN, name);
    }

    /** The same question with a name of which it is not clear whose it is. */
    HomeForm ambiguous(Clash name) {
        return new HomeForm(asked, listeners, n, choice, time, songs, UserProblem.AMBIGUOUS, name);
    }

    /**
     * A listener whom a name means.
     *
     * @param id public id
     * @param name that means nobody else
     */
    record Listener(String id, String name) {}

    /** The same question for the listeners whom the typed names mean. */
    HomeForm withListeners(List<Listener> found) {
        Map<String, String> names = new LinkedHashMap<>();
        found.forEach(listener -> names.putIfAbsent(listener.id(), listener.name()));
        return withListeners(new Listeners(List.copyOf(names.keySet()), List.copyOf(names.values())));
    }

    HomeForm withListeners(Listeners others) {
        return new HomeForm(asked, others, n, choice, time, songs, userProblem, clash);
    }

    /** Public ids of the listeners. */
    List<String> users() {
        return listeners.ids();
    }

    /** What the field for a listener shows: one alone, as several have chips. */
    public String field() {
        return listeners.names().size() == 1 ? listeners.names().get(0) : "";
    }

    /** Addresses of this question and of others like it. */
    public HomeAddresses at() {
        return new HomeAddresses(this);
    }

    /** Whether one listener is named. */
    public boolean isForOne() {
        return users().size() == 1;
    }

    /** Whether one list for several listeners is asked for. */
    public boolean isForSeveral() {
        return users().size() > 1;
    }

    /** Whether known songs are asked for, which is possible for one listener. */
    public boolean isRediscovering() {
        return choice.rediscover() && isForOne();
    }

    /** Whether any of the choices that are asked for seldom is made, or is wrong. */
    public boolean isSpecial() {
        return choice.isSpecial() || !time.halfLife().isEmpty();
    }

    /** Whether the number of songs is none from 1 to {@value #MAX_N}. */
    public boolean isOddNumber() {
        return !isCount(n);
    }

    /** Whether there is a question that can be answered. */
    boolean answerable() {
        boolean isOdd = isOddNumber() || time.isOdd();
        return asked && userProblem == null && !isOdd && songs.liked().isEmpty();
    }

    /** The question itself, with what it names looked up. Only for a form that is {@link #answerable()}. */
    CompletableFuture<RecommendationQuery> query(Catalog catalog) {
        List<Ref> named = Stream.concat(songs.seeds().stream(), songs.ignored().stream())
                .map(Ref::publicId)
                .toList();
        return catalog.resolve(users().stream().map(Ref::publicId).toList(), named, List.of())
                .thenApply(this::query);
    }

    private RecommendationQuery query(Names found) {
        Set<Integer> influence =
                found.songKeys(songs.ignored().stream().map(Ref::publicId).toList());
        return new RecommendationQuery(
                users().stream().map(user -> found.user(Ref.publicId(user))).toList(),
                songs.seeds().stream()
                        .map(seed -> new Seed(found.song(Ref.publicId(seed)), 1))
                        .toList(),
                Integer.parseInt(n),
                isRediscovering() ? Mode.REDISCOVER : Mode.DISCOVER,
                new Filter(true, 0, Set.of(), Set.of(), influence, null, choice.further(), choice.perArtist()),
                choice.reranker(),
                true,
                time.when());
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

    private static @Nullable UserProblem userProblem(List<String> users, Songs songs) {
        if (users.isEmpty()) {
            return songs.seeds().isEmpty() && songs.liked().isEmpty() ? UserProblem.MISSING : null;
        }
        if (users.size() > MAX_USERS) {
            return UserProblem.TOO_MANY;
        }
        return users.stream().anyMatch(user -> user.length() > MAX_ID_LENGTH) ? UserProblem.TOO_LONG : null;
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
