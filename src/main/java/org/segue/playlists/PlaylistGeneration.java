package org.segue.playlists;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.segue.catalog.Catalog;
import org.segue.catalog.Named;
import org.segue.catalog.Song;
import org.segue.catalog.SongsShown;
import org.segue.catalog.SongsShown.Ranked;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.Owned;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Further;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.ranking.Recommendations;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.Untried;
import org.segue.ranking.When;

/**
 * Makes the playlists of a day that a user does not have yet: at most one of each kind and period. Blocks.
 *
 * <p>Daily and weekly jams hold songs that the user knows and the model ranks high. Each takes at most a third of those songs, so
 * that the daily one can leave out what this week's and yesterday's have. Rediscover leaves out this week's jams too.
 */
@Singleton
class PlaylistGeneration {

    /** Number of top-ranked songs that a playlist is sampled from. */
    private static final int POOL = 5 * PlaylistSampler.MAX;

    /** Keeps one artist from filling the pool. */
    private static final int POOL_PER_ARTIST = 10;

    /** Prefers less popular songs a little. */
    private static final DiversityReranker EXPLORING = new DiversityReranker(0, 0.3);

    /** A list is to be played: of a listener with a library it holds what is in it. */
    private static final Further OWNED = new Further(false, Untried.NONE, Owned.ONLY);

    /** Days since the last listen of songs in weekly jams: the first that leaves enough songs counts. */
    private static final int[] WEEKLY_REST_DAYS = {60, 14, 1};

    private static final int[] DAILY_REST_DAYS = {1};

    private static final int[] REDISCOVER_REST_DAYS = {180, 90, 30};

    /** Whom nothing was found for to rediscover is looked for again after so long: many have nothing so old. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final PlaylistRepository playlists;
    private final Recommendations recommendations;
    private final UserRepository users;
    private final Catalog catalog;
    private final Event<SongsShown> shown;
    private final Map<Integer, Instant> nothingAt = new ConcurrentHashMap<>();

    PlaylistGeneration(
            PlaylistRepository playlists,
            Recommendations recommendations,
            UserRepository users,
            Catalog catalog,
            Event<SongsShown> shown) {
        this.playlists = playlists;
        this.recommendations = recommendations;
        this.users = users;
        this.catalog = catalog;
        this.shown = shown;
    }

    /**
     * Makes the missing playlists. Makes none for a user without history, and none while there is no model; the next call
     * tries again.
     *
     * @param today the day in the household's zone
     * @param now what the lists are dated
     */
    void makeMissing(User user, LocalDate today, Instant now) {
        List<Playlist> before = playlists.of(user.id());
        boolean complete = List.of(PlaylistKind.values()).stream()
                .allMatch(kind -> before.stream().anyMatch(list -> list.isOf(kind, kind.periodOf(today))));
        if (complete || users.isBackground(user.id())) {
            return;
        }
        make(user, PlaylistKind.WEEKLY_JAMS, today, now);
        make(user, PlaylistKind.WEEKLY_EXPLORATION, today, now);
        make(user, PlaylistKind.DAILY_JAMS, today, now);
        Instant last = nothingAt.get(user.id());
        if (last == null || Duration.between(last, now).abs().compareTo(PAUSE) > 0) {
            make(user, PlaylistKind.REDISCOVER, today, now);
        }
    }

    private void make(User user, PlaylistKind kind, LocalDate today, Instant now) {
        LocalDate period = kind.periodOf(today);
        List<Playlist> before = playlists.of(user.id());
        if (before.stream().anyMatch(list -> list.isOf(kind, period))) {
            return;
        }
        List<RecommendedSong> ranking = ranking(user, kind);
        List<RecommendedSong> drawn = PlaylistSampler.from(
                ranking, earlier(kind, today, before), length(kind, ranking), seed(user, kind, period));
        if (!drawn.isEmpty()) {
            playlists.add(UUID.randomUUID().toString(), user.id(), kind, period, keys(drawn), now);
            shown.fire(new SongsShown(user.id(), ranked(drawn), next(ranking, drawn), now));
        } else if (kind == PlaylistKind.REDISCOVER) {
            nothingAt.put(user.id(), now);
        }
    }

    // Drawn songs come from far down: what is not drawn of the best is what the list could have had instead.
    private static List<Ranked> next(List<RecommendedSong> ranking, List<RecommendedSong> drawn) {
        return ranked(ranking.stream()
                .filter(song -> !drawn.contains(song))
                .limit(SongsShown.NEXT)
                .toList());
    }

    private static List<Ranked> ranked(List<RecommendedSong> songs) {
        return songs.stream()
                .map(song -> new Ranked(song.song().id(), song.rank()))
                .toList();
    }

    private List<RecommendedSong> ranking(User user, PlaylistKind kind) {
        return switch (kind) {
            case WEEKLY_EXPLORATION -> unheard(user);
            case WEEKLY_JAMS -> known(user, Mode.REDISCOVER, WEEKLY_REST_DAYS, When.ALWAYS);
            case REDISCOVER -> known(user, Mode.REMEMBER, REDISCOVER_REST_DAYS, When.ALWAYS);
            case DAILY_JAMS -> known(user, Mode.REDISCOVER, DAILY_REST_DAYS, When.LATELY);
        };
    }

    private static int length(PlaylistKind kind, List<RecommendedSong> ranking) {
        return kind == PlaylistKind.WEEKLY_EXPLORATION
                ? PlaylistSampler.MAX
                : Math.min(PlaylistSampler.MAX, Math.max(PlaylistSampler.MIN, ranking.size() / 3));
    }

    // Each user, kind and period samples differently.
    private static long seed(User user, PlaylistKind kind, LocalDate period) {
        return (user.id() * 31L + kind.word().hashCode()) * 1_000_003L + period.toEpochDay();
    }

    private List<RecommendedSong> unheard(User user) {
        Filter filter = new Filter(true, 0, Set.of(), Set.of(), Set.of(), null, OWNED, POOL_PER_ARTIST);
        return ask(user, Mode.DISCOVER, filter, EXPLORING, When.BY_MODEL);
    }

    private List<RecommendedSong> known(User user, Mode mode, int[] restDays, When when) {
        List<RecommendedSong> ranking = List.of();
        for (int i = 0; i < restDays.length && ranking.size() < PlaylistSampler.MIN; i++) {
            Filter rested = new Filter(false, restDays[i], Set.of(), Set.of(), Set.of(), null, OWNED, POOL_PER_ARTIST);
            ranking = ask(user, mode, rested, DiversityReranker.NONE, when);
        }
        return ranking;
    }

    // Popular songs are the same for everybody: they make no personal playlist.
    private List<RecommendedSong> ask(User user, Mode mode, Filter filter, DiversityReranker reranker, When when) {
        return recommendations
                .recommend(new RecommendationQuery(
                        List.of(Named.of(user)), List.of(), POOL, mode, filter, reranker, false, when))
                .map(answer -> answer.strategy().isOfTaste() ? answer.items() : List.<RecommendedSong>of())
                .await()
                .indefinitely();
    }

    private Set<String> earlier(PlaylistKind kind, LocalDate today, List<Playlist> before) {
        Set<Integer> keys = new HashSet<>();
        for (Playlist list : before) {
            boolean isSharing = kind.isOfKnownSongs()
                    && kind != PlaylistKind.WEEKLY_JAMS
                    && list.isOf(PlaylistKind.WEEKLY_JAMS, PlaylistKind.WEEKLY_JAMS.periodOf(today));
            boolean isLast = list.isOf(kind, kind.before(kind.periodOf(today)));
            boolean isExplored = kind == PlaylistKind.WEEKLY_EXPLORATION && list.kind() == kind;
            if (isSharing || isLast || isExplored) {
                keys.addAll(list.songIds());
            }
        }
        return catalog.songs(keys).join().values().stream().map(Song::publicId).collect(Collectors.toSet());
    }

    private static List<Integer> keys(List<RecommendedSong> drawn) {
        return drawn.stream().map(item -> item.song().id()).toList();
    }
}
