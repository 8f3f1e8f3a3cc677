package org.segue.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.ranking.Ranking.Item;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.ranking.RecommendedSong.Why;
import org.segue.text.Sentence;

/**
 * The answer where a ranking would be a guess: too few of a listener's songs are known to anybody else. What can be said without one is
 * said: unplayed songs by artists who are played, those that nobody has played but somebody owns among them, then what most people play, and beside them known songs that were not played for long.
 *
 * <p>Evidence is the number of a listener's songs that somebody else has played too and the model knows; those of a song model others have
 * played elsewhere. For one answer and one thread.
 */
final class TooLittleKnown {

    /** From so many songs on a ranking is better than popularity on each data set of {@code data/docs/evaluation.md}. */
    static final int ENOUGH = 2;

    private static final int MAX_REDISCOVERED = 10;

    private final RankingSnapshot snapshot;
    private final SongStats songs;
    private final ResolvedQuery query;
    private final PopularSongs popular;

    TooLittleKnown(RankingSnapshot snapshot, ResolvedQuery query) {
        this.snapshot = snapshot;
        this.songs = snapshot.songs();
        this.query = query;
        this.popular = new PopularSongs(snapshot, query);
    }

    /**
     * Whether an answer would be a guess. Who names songs to start from has said enough; of whom nothing is known at all gets what most
     * people play; and before the first training there is nothing to guess with, unless nobody else is there at all.
     */
    boolean applies() {
        boolean isAsked = query.query().mode() == Mode.DISCOVER
                && query.query().seeds().isEmpty()
                && query.query().filter().further().untried() != Untried.ONLY
                && query.members().stream().anyMatch(member -> isSomethingKnown(member.history()));
        if (!isAsked || (snapshot.factors() != null && evidence() >= ENOUGH)) {
            return false;
        }
        // Who asks for known songs as well gets those, where there are no others.
        boolean excludesHeard = query.query().filter().excludeHeard();
        return snapshot.factors() == null ? excludesHeard && !isSomebodyElse() : excludesHeard || isSomebodyElse();
    }

    private static boolean isSomethingKnown(UserHistory history) {
        return !history.isEmpty() || history.preferences().size() > 0;
    }

    /** Whether anybody else than those who ask has played something that may be recommended to them. */
    private boolean isSomebodyElse() {
        IntPredicate real = songId -> true;
        for (Member member : query.members()) {
            real = DemoRule.restrict(real, member.history(), songs);
        }
        return Arrays.stream(songs.heardSongs()).filter(real).anyMatch(this::isOfOthers);
    }

    private boolean isOfOthers(int songId) {
        long own = query.members().stream()
                .filter(member ->
                        member.history().userId() != 0 && member.history().contains(songId))
                .count();
        return songs.listeners(songId) > own;
    }

    // The most of any of them; a list for several is made for those of whom enough is known.
    private int evidence() {
        return query.tastes().stream()
                .mapToInt(member -> evidence(member.history()))
                .max()
                .orElse(0);
    }

    private int evidence(UserHistory history) {
        Set<Integer> shared = new HashSet<>();
        for (int[] known : new int[][] {history.songIds(), history.preferences().songIds()}) {
            for (int k = 0; k < known.length && shared.size() < ENOUGH; k++) {
                if (isShared(known[k], history)) {
                    shared.add(known[k]);
                }
            }
        }
        return shared.size();
    }

    private boolean isShared(int songId, UserHistory history) {
        boolean isLiked = history.contains(songId) || history.preferences().weightOf(songId) > 0;
        // Who has no account is not counted among the listeners.
        int own = history.userId() != 0 && history.contains(songId) ? 1 : 0;
        boolean hasOthers = songs.listeners(songId) > own || snapshot.fromSongModel();
        return isLiked && hasOthers && snapshot.hasEmbedding(songId);
    }

    /**
     * The answer.
     *
     * @param allowed which songs may be in it
     * @param now epoch seconds
     */
    Ranking answer(IntPredicate allowed, long now) {
        IntPredicate unplayed = allowed.and(this::isUnplayed);
        Map<Integer, Why> whys = new LinkedHashMap<>();
        ArtistCap.Source source = (n, eligible) -> ordered(n, unplayed.and(eligible), whys);
        List<Item> items = Ranking.chooseInOrder(snapshot, query, source).stream()
                .map(song -> new Item(song, null, !songs.isHeard(song.songId()), whys.get(song.songId())))
                .toList();
        Sentence warning =
                isSomebodyElse() ? RankingPhrase.TOO_LITTLE.with(evidence(), ENOUGH) : RankingPhrase.NOBODY_ELSE.with();
        return new Ranking(
                Strategy.NOT_ENOUGH,
                null,
                items,
                query.warningsAnd(warning, Ranking.aboutDemo(snapshot, query)),
                Double.POSITIVE_INFINITY,
                rediscovered(now));
    }

    private boolean isUnplayed(int songId) {
        return query.members().stream().noneMatch(member -> member.history().contains(songId));
    }

    private List<ScoredSong> ordered(int n, IntPredicate eligible, Map<Integer, Why> whys) {
        List<ScoredSong> best = new ArrayList<>();
        for (ScoredSong song : byPlayedArtists(n, eligible)) {
            best.add(song);
            whys.put(song.songId(), Why.ARTIST);
        }
        if (best.size() < n) {
            for (ScoredSong song :
                    ownedFirst(popular.asked(), n - best.size(), eligible.and(songId -> !whys.containsKey(songId)))) {
                best.add(song);
                whys.put(song.songId(), Why.POPULAR);
            }
        }
        return best;
    }

    // The first song of each artist, the most played artist first, then the second of each, and so on.
    private List<ScoredSong> byPlayedArtists(int n, IntPredicate eligible) {
        Map<Integer, List<ScoredSong>> byArtist = new LinkedHashMap<>();
        playedArtists().forEach(artist -> byArtist.put(artist, new ArrayList<>()));
        IntPredicate ofPlayed = eligible.and(songId -> songs.anyArtist(songId, byArtist::containsKey));
        for (ScoredSong song : ownedFirst(popular::topThenOwned, Math.max(1, songs.size()), ofPlayed)) {
            // Of several artists the first whom they play.
            songs.anyArtist(
                    song.songId(),
                    artist ->
                            byArtist.containsKey(artist) && byArtist.get(artist).add(song));
        }
        List<ScoredSong> best = new ArrayList<>();
        boolean isMore = true;
        for (int round = 0; isMore && best.size() < n; round++) {
            isMore = false;
            for (List<ScoredSong> ofArtist : byArtist.values()) {
                if (round < ofArtist.size() && best.size() < n) {
                    best.add(ofArtist.get(round));
                    isMore = true;
                }
            }
        }
        return best;
    }

    private List<ScoredSong> ownedFirst(ArtistCap.Source source, int n, IntPredicate eligible) {
        OwnedFirst first = query.ownedFirst(snapshot);
        return first.plain(first.of(source).top(n, eligible));
    }

    private List<Integer> playedArtists() {
        Map<Integer, Float> plays = new HashMap<>();
        for (Member member : query.tastes()) {
            UserHistory history = member.history();
            for (int k = 0; k < history.size(); k++) {
                float value = history.values()[k];
                songs.eachArtist(history.songIds()[k], artist -> plays.merge(artist, value, Float::sum));
            }
        }
        return plays.entrySet().stream()
                .sorted(Map.Entry.<Integer, Float>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Songs of one listener that were played often, and not for long; nothing for several. */
    private List<Item> rediscovered(long now) {
        if (query.isGroup()) {
            return List.of();
        }
        UserHistory history = query.members().get(0).history();
        long before = now - ResolvedQuery.LONG_AGO.toSeconds();
        List<ScoredSong> known = new ArrayList<>();
        for (int k = 0; k < history.size(); k++) {
            int songId = history.songIds()[k];
            if (history.lastHeardAt(k) < before && isWelcome(songId, history, now)) {
                known.add(new ScoredSong(songId, history.values()[k]));
            }
        }
        known.sort(Comparator.comparingDouble(ScoredSong::score).reversed().thenComparingInt(ScoredSong::songId));
        ArtistCap.Source source = (n, eligible) -> known.stream()
                .filter(song -> eligible.test(song.songId()))
                .limit(n)
                .toList();
        int n = Math.min(query.query().n(), MAX_REDISCOVERED);
        return ArtistCap.take(source, n, query.query().filter().maxPerArtist(), songs).stream()
                .map(song -> new Item(song, null, false, Why.REDISCOVER))
                .toList();
    }

    private boolean isWelcome(int songId, UserHistory history, long now) {
        return songs.isHeard(songId)
                && snapshot.owned()
                        .allowed(query.query().filter().further().owned())
                        .test(songId)
                && history.preferences().weightOf(songId) >= 0
                && !history.bans().exclude(songId, songs, now)
                && !query.query().filter().excludedSongs().contains(songId)
                && !songs.anyArtist(songId, query.query().filter().excludedArtists()::contains);
    }
}
