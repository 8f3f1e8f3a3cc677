package org.segue.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.api.RequestedTime.Moment;
import org.segue.catalog.Catalog;
import org.segue.catalog.Named;
import org.segue.catalog.NamedSongRepository;
import org.segue.catalog.Names;
import org.segue.catalog.Ref;
import org.segue.catalog.User;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Further;
import org.segue.ranking.Whom;

/**
 * What {@code POST /recommend} takes. A user, users, a history, seeds or what continues a list must be given; seeds may stand beside either.
 *
 * @param user whom for
 * @param users a household that wants one list for all, 2 to 20 different users
 * @param n how many songs, 1 to 500; 10 unless said
 * @param seeds songs to start from, beside what is known of the user
 * @param mode new songs, or known ones that were not heard for long
 * @param exclude which songs are not wanted
 * @param include which songs alone are wanted
 * @param maxPerArtist the most songs of one artist; any number unless said
 * @param diversity how little alike the songs shall be, 0 to 1; 0 unless said
 * @param adventure how little known the songs shall be, 0 to 1; 0 unless said
 * @param explain whether reasons are wanted; they are unless said
 * @param when which listens count before others
 * @param halfLife the same as a time after which a song counts half
 * @param continued a list without an end: its start, or what the last answer named
 * @param untried where songs come that nobody has played
 * @param owned which songs are wanted, by who owns them
 * @param history what somebody without an account has heard
 * @param now when somebody with a history asks
 */
@Schema(examples = "{\"user\":\"amara-olander\",\"n\":10,\"maxPerArtist\":2,\"adventure\":0.3}")
public record RecommendRequest(
        @Schema(
                description = "A public id, or {\"source\":\"hetrec\",\"id\":\"2\"}: what a source calls the user",
                examples = "amara-olander")
        @Nullable
        Ref user,

        @Schema(
                description =
                        "A household that wants one list for all: 2 to 20 different users, each as in `user`, which is not given"
                                + " then. What any of them has heard (unless `exclude.heard` is false), bans or dislikes is left out",
                examples = "[\"amara-olander\",\"tilda-grimaldo\"]")
        @Size(min = 2, max = MAX_USERS, message = "must be {min} to {max}")
        @Nullable
        List<@NotNull Ref> users,

        @Min(1) @Max(MAX_SONGS) @Schema(defaultValue = "10") @Nullable
        Integer n,

        @Size(max = MAX_SEEDS, message = "must be at most {max}") @Nullable
        List<@NotNull @Valid SeedSong> seeds,

        @Schema(defaultValue = "discover") @Nullable Mode mode,
        @Valid @Nullable Exclude exclude,
        @Valid @Nullable Include include,

        @Min(1) @Max(MAX_SONGS) @Nullable Integer maxPerArtist,

        @DecimalMin("0") @DecimalMax("1") @Schema(defaultValue = "0") @Nullable
        Double diversity,

        @DecimalMin("0") @DecimalMax("1") @Schema(defaultValue = "0") @Nullable
        Double adventure,

        @Schema(defaultValue = "true") @Nullable Boolean explain,

        @Schema(
                description =
                        "Which listens count before others: those of the moment as if a session went on (`now`), of some weeks"
                                + " (`lately`: half after 14 days) or all alike (`always`). Age counts from the latest listen. Unless"
                                + " said the model decides, by whether a session goes on: whether the latest listen is less than 30"
                                + " minutes ago")
        @Nullable
        Moment when,

        @Schema(
                description =
                        "In the place of `when`: the time after which a song counts half, PT5M to P3650D, as ISO 8601 has it",
                examples = "PT6H")
        @Nullable
        String halfLife,

        @Schema(
                description =
                        "Makes a radio of it, a list without an end: true for its start, then the `next` of the answer before. Each song is"
                                + " chosen as if those before it had just been heard (`when` is `now` unless said), none comes twice, and"
                                + " neither does another version of it. Once all songs are heard, those that the user knows follow, unless"
                                + " `exclude.heard` is true. `next` keeps the seeds; ask for everything else again. Not with `users`")
        @JsonProperty("continue")
        @Nullable
        Continuation continued,

        @Schema(
                defaultValue = "none",
                description =
                        "Where songs come that the model has no embedding of, because nobody has played them, or nobody had when it was"
                                + " trained: `last`, after all others; `mixed`, by their scores; `only`, they alone. Each stands for its"
                                + " album, else for its artist, as far as the model knows songs of these, and has `untried` true in the answer")
        @Nullable
        Untried untried,

        @Schema(
                defaultValue = "any",
                description =
                        "Which songs are wanted, by who owns them: `only` those in the user's libraries (of `users`: those that all have),"
                                + " `prefer` these (of `users`: those that any has) before others that score less than a tenth more, `any`,"
                                + " or `missing` from all of them. Without a user any library of the household counts. Where no library is known"
                                + " it is `any`, and `warnings` say so. With `only` and `prefer`, owned songs that nobody has played take"
                                + " part by their scores, unless `untried` says where")
        @Nullable
        OwnedChoice owned,

        @Schema(
                description =
                        "In the place of `user`: what somebody without an account has heard. It counts as a listener's listens do, is kept nowhere,"
                                + " and may stand beside `seeds`. Ages count from the latest `at`. Songs that are not known are"
                                + " named in `warnings`")
        @Size(max = MAX_HISTORY, message = "must be at most {max}")
        @Nullable
        List<@NotNull @Valid HeardSong> history,

        @Schema(
                description =
                        "Of `history`: when the question is asked, default: the clock of the service. It decides whether a session goes"
                                + " on, that is whether the latest `at` is less than 30 minutes ago, and what was heard lately",
                examples = "2026-11-30T09:00:00Z")
        @Nullable
        Instant now) {

    static final int MAX_SONGS = 500;
    static final int MAX_HISTORY = 10_000;
    static final int DEFAULT_SONGS = 10;
    private static final int MAX_USERS = 20;
    private static final int MAX_SEEDS = 500;
    static final int MAX_LISTED = 10_000;

    /** Which songs are looked for. */
    public enum Mode {
        /** Songs that the user has not heard, unless {@code exclude} lets heard ones in. */
        @JsonProperty("discover")
        DISCOVER,
        /** Songs that the user has heard, but not for 90 days or {@code exclude.heardWithinDays}. */
        @JsonProperty("rediscover")
        REDISCOVER
    }

    /** Where songs come that the model has no embedding of. */
    public enum Untried {
        /** Nowhere. */
        @JsonProperty("none")
        NONE,
        /** After all others. */
        @JsonProperty("last")
        LAST,
        /** By their scores. */
        @JsonProperty("mixed")
        MIXED,
        /** They alone. */
        @JsonProperty("only")
        ONLY;

        private org.segue.ranking.Untried place() {
            return org.segue.ranking.Untried.valueOf(name());
        }
    }

    /**
     * The question with what it names looked up.
     *
     * @return the question; fails with an {@link io.quarkiverse.resteasy.problem.HttpProblem} if two of the users are the same
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if fields contradict each other
     */
    CompletableFuture<RecommendationQuery> query(Catalog catalog, NamedSongRepository songs) {
        RecommendRules.check(this);
        HeardSongs heard = history == null ? null : HeardSongs.of(history, now);
        CompletableFuture<Names> names = catalog.resolve(userRefs(), songRefs(), excluded(Exclude::artists));
        return heard == null
                ? names.thenApply(found -> query(found, Whom.of(users(found))))
                : names.thenCombine(
                        songs.keys(heard.names()),
                        (found, keys) -> query(found, new Whom(List.of(), heard.history(keys))));
    }

    private List<Ref> userRefs() {
        return user == null ? or(users, List.of()) : List.of(user);
    }

    private List<Ref> songRefs() {
        List<Ref> named = new ArrayList<>();
        or(seeds, List.<SeedSong>of()).forEach(seed -> named.add(seed.given()));
        named.addAll(excluded(Exclude::songs));
        named.addAll(excluded(Exclude::influence));
        named.addAll(or(included(), List.of()));
        return named;
    }

    private List<Ref> excluded(Function<Exclude, @Nullable List<Ref>> field) {
        return or(field.apply(or(exclude, Exclude.NOTHING_BUT_HEARD)), List.of());
    }

    private @Nullable List<Ref> included() {
        return include == null ? null : include.songs();
    }

    private RecommendationQuery query(Names names, Whom whom) {
        return new RecommendationQuery(
                whom,
                or(seeds, List.<SeedSong>of()).stream()
                        .map(seed -> seed.seed(names))
                        .toList(),
                or(n, DEFAULT_SONGS),
                mode == Mode.REDISCOVER ? RecommendationQuery.Mode.REDISCOVER : RecommendationQuery.Mode.DISCOVER,
                filter(names),
                new DiversityReranker(or(diversity, 0.0), or(adventure, 0.0)),
                or(explain, true),
                RequestedTime.of(when, halfLife));
    }

    private List<Named<User>> users(Names names) {
        List<Named<User>> found = userRefs().stream().map(names::user).toList();
        Set<String> seen = new HashSet<>();
        for (Named<User> one : found) {
            if (!seen.add(one.name())) {
                throw Problems.outOfRange("users", "users must be different: %s is named twice.".formatted(one.name()));
            }
        }
        return found;
    }

    private Filter filter(Names names) {
        Exclude excluded = or(exclude, Exclude.NOTHING_BUT_HEARD);
        List<Ref> included = included();
        return new Filter(
                excluded.excludesHeard(),
                or(excluded.heardWithinDays(), 0),
                keys(excluded.songs(), names::songKeys),
                keys(excluded.artists(), names::artistKeys),
                keys(excluded.influence(), names::songKeys),
                included == null
                        ? null
                        : included.stream().map(names::song).distinct().toList(),
                new Further(
                        include != null && or(include.versions(), false),
                        or(untried, Untried.NONE).place(),
                        or(owned, OwnedChoice.ANY).owned(),
                        continued != null && excluded.heard() == null),
                or(maxPerArtist, 0));
    }

    private static Set<Integer> keys(@Nullable List<Ref> refs, Function<List<Ref>, Set<Integer>> found) {
        return refs == null ? Set.of() : found.apply(refs);
    }

    private static <T> T or(@Nullable T asked, T otherwise) {
        return asked == null ? otherwise : asked;
    }
}
