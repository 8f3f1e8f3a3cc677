package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.segue.catalog.Named;
import org.segue.catalog.OwnedSongs;
import org.segue.catalog.SongAlbums;
import org.segue.catalog.SongStats;
import org.segue.catalog.User;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Further;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.testsupport.FactorModels;

/** Answers by who owns the songs: each is that of a full sort. */
class OwnedRankingTest {

    private static final User ANNA = new User(1, "anna", "anna");
    private static final User BEN = new User(2, "ben", "ben");
    private static final int SONGS = 400;
    private static final int UNTRIED = 60;
    private static final int ARTISTS = 40;

    private final Random random = new Random(7);
    private final SongStats stats = stats();
    private final FactorModel model = FactorModels.random(FactorModels.implicit(8), SONGS, 3);
    private final UserHistory history = history(1);
    private final RankingSnapshot snapshot =
            RankingSnapshot.of(null, new FactorRecommender(model), stats).with(UntriedSongs.of(model, stats, albums()));

    // Songs of the model have the keys 10, 20, …; those that nobody has played follow. Every seventh is a copy of the
    // one before.
    private SongStats stats() {
        int size = 10 * (SONGS + UNTRIED) + 1;
        int[] artists = new int[size];
        int[] listeners = new int[size];
        int[] recordings = new int[size];
        for (int song = 1; song <= SONGS + UNTRIED; song++) {
            artists[10 * song] = 1 + random.nextInt(ARTISTS);
            listeners[10 * song] = song <= SONGS ? 1 + random.nextInt(9) : song % 2;
            if (song % 7 == 0 && song <= SONGS) {
                recordings[10 * song] = 10 * (song - 1);
                recordings[10 * (song - 1)] = 10 * (song - 1);
            }
        }
        return new SongStats(artists, listeners, recordings);
    }

    private static SongAlbums albums() {
        int[] keys =
                IntStream.rangeClosed(1, SONGS + UNTRIED).map(song -> 10 * song).toArray();
        return new SongAlbums(keys, new int[keys.length], 0);
    }

    private UserHistory history(int userId) {
        int[] heard = random.ints(30, 1, SONGS + 1)
                .distinct()
                .sorted()
                .map(song -> 10 * song)
                .toArray();
        float[] plays = new float[heard.length];
        for (int k = 0; k < plays.length; k++) {
            plays[k] = 1 + random.nextInt(5);
        }
        return new UserHistory(userId, heard, plays);
    }

    private BitSet some(double part) {
        BitSet owned = new BitSet();
        for (int song = 1; song <= SONGS + UNTRIED; song++) {
            owned.set(10 * song, random.nextDouble() < part);
        }
        return owned;
    }

    private static RecommendationQuery query(List<User> users, int n, int perArtist, Further further) {
        Filter filter = new Filter(true, 0, Set.of(), Set.of(), Set.of(), null, further, perArtist);
        return new RecommendationQuery(
                users.stream().map(Named::of).toList(),
                List.of(),
                n,
                Mode.DISCOVER,
                filter,
                DiversityReranker.NONE,
                false);
    }

    private Ranking ranking(RecommendationQuery query, List<Member> members, Ownership owned) {
        RankingSnapshot all = snapshot.with(owned);
        return Ranking.of(all, ResolvedQuery.of(query, members, all), 1_800_000_000);
    }

    private Ownership owned(BitSet... each) {
        return Ownership.of(
                List.of(each).stream()
                        .map(songs -> new OwnedRecordings(new OwnedSongs(true, songs)))
                        .toList(),
                stats);
    }

    private boolean isOwned(BitSet songs, int songId) {
        return songs.stream().anyMatch(owned -> stats.recordingOf(owned) == stats.recordingOf(songId));
    }

    @ParameterizedTest
    @EnumSource(Owned.class)
    void answers_areTheTopOfAFullSort(Owned choice) {
        for (double part : new double[] {0, 0.02, 0.3, 1}) {
            BitSet mine = some(part);
            for (Untried place : List.of(Untried.NONE, Untried.MIXED, Untried.LAST)) {
                for (int perArtist : new int[] {0, 2}) {
                    for (int n : new int[] {1, 10, 500}) {
                        Ranking ranking = ranking(
                                query(List.of(ANNA), n, perArtist, new Further(false, place, choice)),
                                List.of(new Member("anna", history)),
                                owned(mine));
                        assertThat(ranking.items().stream().map(Ranking.Item::song))
                                .as("%s of %s, %s, %d an artist, the best %d", choice, part, place, perArtist, n)
                                .isEqualTo(expected(mine, choice, place, n, perArtist));
                    }
                }
            }
        }
    }

    /** All songs, sorted; then down from the best. */
    private List<ScoredSong> expected(BitSet mine, Owned choice, Untried place, int n, int perArtist) {
        UserEmbedding embedding = new FactorRecommender(model).embed(history).orElseThrow();
        List<ScoredSong> all = new ArrayList<>(new FactorRecommender(model).top(embedding, SONGS, song -> true));
        boolean isOffered = choice == Owned.ONLY || choice == Owned.PREFER;
        for (ScoredSong song : snapshot.untried().top(FactorRecommender.scores(embedding), UNTRIED, s -> true)) {
            if (place != Untried.NONE || (isOffered && isOwned(mine, song.songId()))) {
                all.add(song);
            }
        }
        all.removeIf(song -> isHeard(song.songId())
                || (choice == Owned.ONLY && !isOwned(mine, song.songId()))
                || (choice == Owned.MISSING && isOwned(mine, song.songId())));
        ToDoubleFunction<ScoredSong> counted = song -> choice == Owned.PREFER && isOwned(mine, song.songId())
                ? song.score() + OwnedFirst.BONUS * Math.abs(song.score())
                : song.score();
        all.sort(Comparator.comparing((ScoredSong song) -> place == Untried.LAST && song.songId() > 10 * SONGS)
                .thenComparing(Comparator.comparingDouble(counted).reversed())
                .thenComparingInt(ScoredSong::songId));
        return capped(all, n, perArtist);
    }

    private boolean isHeard(int songId) {
        for (int heard : history.songIds()) {
            if (stats.recordingOf(heard) == stats.recordingOf(songId)) {
                return true;
            }
        }
        return false;
    }

    private List<ScoredSong> capped(List<ScoredSong> all, int n, int perArtist) {
        Set<Integer> recordings = new HashSet<>();
        Map<Integer, Integer> ofArtist = new HashMap<>();
        List<ScoredSong> taken = new ArrayList<>();
        for (ScoredSong song : all) {
            int artist = stats.artistOf(song.songId());
            boolean isFull = perArtist > 0 && ofArtist.getOrDefault(artist, 0) >= perArtist;
            if (taken.size() < n && !isFull && recordings.add(stats.recordingOf(song.songId()))) {
                ofArtist.merge(artist, 1, Integer::sum);
                taken.add(song);
            }
        }
        return taken;
    }

    @Test
    void prefer_putsOwnedSongsFirst_amongThoseThatScoreATenthMoreAtMost() {
        OwnedFirst first = new OwnedFirst(songId -> songId > 3);
        List<ScoredSong> songs = List.of(
                new ScoredSong(1, 1.2f),
                new ScoredSong(2, 1.09f),
                new ScoredSong(4, 1),
                new ScoredSong(3, -1),
                new ScoredSong(5, -1.1f));
        ArtistCap.Source ranking = (n, eligible) -> songs.stream()
                .filter(song -> eligible.test(song.songId()))
                .limit(n)
                .toList();

        List<ScoredSong> ordered = first.plain(first.of(ranking).top(5, song -> true));

        assertThat(ordered).extracting(ScoredSong::songId).containsExactly(1, 4, 2, 5, 3);
        assertThat(ordered).containsExactlyInAnyOrderElementsOf(songs);
    }

    @Test
    void several_onlyIsOfAll_preferOfAny_missingOfNone() {
        BitSet annas = some(0.5);
        BitSet bens = some(0.5);
        List<Member> both = List.of(new Member("anna", history), new Member("ben", history(2)));
        Map<Owned, List<Integer>> answers = new HashMap<>();
        for (Owned choice : Owned.values()) {
            answers.put(
                    choice,
                    ranking(
                                    query(List.of(ANNA, BEN), 300, 0, new Further(false, Untried.NONE, choice)),
                                    both,
                                    owned(annas, bens))
                            .songIds()
                            .stream()
                            .toList());
        }

        assertThat(answers.get(Owned.ONLY)).isNotEmpty().allMatch(song -> isOwned(annas, song) && isOwned(bens, song));
        assertThat(answers.get(Owned.MISSING))
                .isNotEmpty()
                .noneMatch(song -> isOwned(annas, song) || isOwned(bens, song));
        List<Integer> preferred = answers.getOrDefault(Owned.PREFER, List.of()).subList(0, 50);
        assertThat(preferred.stream().filter(song -> isOwned(annas, song) || isOwned(bens, song)))
                .hasSizeGreaterThan(37);
    }

    @Test
    void unknown_setsNoBounds_andSaysSo() {
        List<Member> anna = List.of(new Member("anna", history));
        Ranking any = ranking(query(List.of(ANNA), 50, 0, new Further(false, Untried.NONE)), anna, Ownership.UNKNOWN);
        for (Owned choice : Owned.values()) {
            Ranking ranking = ranking(
                    query(List.of(ANNA), 50, 0, new Further(false, Untried.NONE, choice)), anna, Ownership.UNKNOWN);

            assertThat(ranking.items()).isEqualTo(any.items());
            boolean isSaid = choice == Owned.ONLY || choice == Owned.MISSING;
            assertThat(ranking.warnings()).hasSize(isSaid ? 1 : 0);
            assertThat(Ownership.UNKNOWN.isOwned(10)).isNull();
        }
    }

    @Test
    void several_ofWhomOneHasNoLibrary_countTheOthers() {
        BitSet mine = some(0.5);
        Ownership owned = Ownership.of(
                List.of(new OwnedRecordings(new OwnedSongs(true, mine)), new OwnedRecordings(OwnedSongs.UNKNOWN)),
                stats);

        assertThat(owned.isKnown()).isTrue();
        assertThat(owned.allowed(Owned.ONLY)).accepts(mine.nextSetBit(0));
        assertThat(owned.allowed(Owned.ONLY).test(mine.nextSetBit(0))).isTrue();
        assertThat(owned.isOwned(5)).isFalse();
    }
}
