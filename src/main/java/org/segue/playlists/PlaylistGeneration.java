package org.segue.playlists;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.ranking.RecommendationService;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.Strategy;

/**
 * Makes the lists of a day that a user does not have yet. As there is one of a kind and period at most, nothing happens if
 * they are there, whoever has made them. Blocks.
 *
 * <p>Both jams are of songs that the user knows and the model ranks high. They share what there is: a list has at most a third of
 * it, so that the daily one can leave out what this week's and yesterday's have.
 */
@Singleton
class PlaylistGeneration {

    /** The best so many songs are drawn from. */
    private static final int POOL = 5 * PlaylistSampler.MAX;

    /** A favourite artist must not be all of the pool. */
    private static final int POOL_PER_ARTIST = 10;

    /** A bit away from what everybody knows. */
    private static final DiversityReranker EXPLORING = new DiversityReranker(0, 0.3);

    /** Weekly jams were not heard for so many days: for the longest time that leaves enough of them. */
    private static final int[] WEEKLY_REST_DAYS = {60, 14, 1};

    private static final int[] DAILY_REST_DAYS = {1};

    private final PlaylistRepository playlists;
    private final RecommendationService recommendations;
    private final UserRepository users;
    private final Catalog catalog;

    PlaylistGeneration(
            PlaylistRepository playlists,
            RecommendationService recommendations,
            UserRepository users,
            Catalog catalog) {
        this.playlists = playlists;
        this.recommendations = recommendations;
        this.users = users;
        this.catalog = catalog;
    }

    /**
     * Makes what is missing. Of somebody of whom nothing is known, and while there is no model, nothing is made; the next
     * question tries again.
     *
     * @param today the day in the household's zone
     * @param now what the lists are dated
     */
    void makeMissing(User user, LocalDate today, Instant now) {
        List<Playlist> before = playlists.of(user.id());
        boolean complete = List.of(PlaylistKind.values()).stream()
                .allMatch(kind -> before.stream().anyMatch(list -> list.isOf(kind, kind.periodOf(today))));
        if (complete || users.isPopulation(user.id())) {
            return;
        }
        make(user, PlaylistKind.WEEKLY_JAMS, today, now);
        make(user, PlaylistKind.WEEKLY_EXPLORATION, today, now);
        make(user, PlaylistKind.DAILY_JAMS, today, now);
    }

    private void make(User user, PlaylistKind kind, LocalDate today, Instant now) {
        LocalDate period = kind.periodOf(today);
        List<Playlist> before = playlists.of(user.id());
        if (before.stream().anyMatch(list -> list.isOf(kind, period))) {
            return;
        }
        List<RecommendedSong> ranking =
                kind == PlaylistKind.WEEKLY_EXPLORATION ? unheard(user) : known(user, restDays(kind));
        List<RecommendedSong> drawn = PlaylistSampler.from(
                ranking, earlier(kind, today, before), length(kind, ranking), seed(user, kind, period));
        if (!drawn.isEmpty()) {
            playlists.add(UUID.randomUUID().toString(), user.id(), kind, period, keys(drawn), now);
        }
    }

    private static int[] restDays(PlaylistKind kind) {
        return kind.isDaily() ? DAILY_REST_DAYS : WEEKLY_REST_DAYS;
    }

    private static int length(PlaylistKind kind, List<RecommendedSong> ranking) {
        return kind == PlaylistKind.WEEKLY_EXPLORATION
                ? PlaylistSampler.MAX
                : Math.min(PlaylistSampler.MAX, Math.max(PlaylistSampler.MIN, ranking.size() / 3));
    }

    // Stored lists do not change: the seed only makes the next one another.
    private static long seed(User user, PlaylistKind kind, LocalDate period) {
        return (user.id() * 31L + kind.word().hashCode()) * 1_000_003L + period.toEpochDay();
    }

    private List<RecommendedSong> unheard(User user) {
        Filter filter = new Filter(true, 0, Set.of(), Set.of(), Set.of(), null, POOL_PER_ARTIST);
        return ask(user, Mode.DISCOVER, filter, EXPLORING);
    }

    private List<RecommendedSong> known(User user, int[] restDays) {
        List<RecommendedSong> ranking = List.of();
        for (int i = 0; i < restDays.length && ranking.size() < PlaylistSampler.MIN; i++) {
            Filter rested = new Filter(false, restDays[i], Set.of(), Set.of(), Set.of(), null, POOL_PER_ARTIST);
            ranking = ask(user, Mode.REDISCOVER, rested, DiversityReranker.NONE);
        }
        return ranking;
    }

    // What most people play is nobody's list in particular.
    private List<RecommendedSong> ask(User user, Mode mode, Filter filter, DiversityReranker variety) {
        return recommendations
                .recommend(new RecommendationQuery(
                        user.publicId(), List.of(), List.of(), POOL, mode, filter, variety, false))
                .map(answer -> answer.strategy() == Strategy.POPULAR ? List.<RecommendedSong>of() : answer.items())
                .await()
                .indefinitely();
    }

    private Set<String> earlier(PlaylistKind kind, LocalDate today, List<Playlist> before) {
        Set<Integer> keys = new HashSet<>();
        for (Playlist list : before) {
            boolean isSharing =
                    kind.isDaily() && list.isOf(PlaylistKind.WEEKLY_JAMS, PlaylistKind.WEEKLY_JAMS.periodOf(today));
            boolean isLast = list.isOf(kind, kind.before(kind.periodOf(today)));
            boolean isExplored = kind == PlaylistKind.WEEKLY_EXPLORATION && list.kind() == kind;
            if (isSharing || isLast || isExplored) {
                keys.addAll(list.songIds());
            }
        }
        return catalog.songs(keys).join().values().stream().map(Song::publicId).collect(Collectors.toSet());
    }

    private List<Integer> keys(List<RecommendedSong> drawn) {
        return drawn.stream()
                .flatMap(song -> catalog.song(song.song()).join().stream())
                .map(Song::id)
                .toList();
    }
}
