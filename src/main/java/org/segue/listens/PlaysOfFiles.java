package org.segue.listens;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.segue.listens.Plays.Play;
import org.segue.listens.ToldListen.SongFacts;
import org.segue.storage.Database;

/** Finds, among listens that are on their way into the database, those that are one play, see {@link Plays}. Blocks. */
public final class PlaysOfFiles {

    private static final Comparator<Listen> IN_ORDER = Comparator.comparingLong(Listen::listenedAt)
            .thenComparingInt(Listen::songId)
            .thenComparing(Listen::isSkipped);

    private final Database database;
    private final int[] lengths;

    /** @param lengths of songs by key, in milliseconds; 0, or no place, where none is known */
    public PlaysOfFiles(Database database, int[] lengths) {
        this.database = database;
        this.lengths = lengths.clone();
    }

    /**
     * A listen and who told it.
     *
     * @param listen with the key of a song that was not joined to another
     * @param teller number of the format, or of the player
     */
    public record Told(Listen listen, int teller) {}

    /** The plays that listens of one user are, in order; of a play at one time that is told as a skip too, the play is meant. */
    public List<Listen> plays(Collection<Told> told) {
        List<Listen> plays = new ArrayList<>();
        for (List<Told> family : families(told).values()) {
            plays.addAll(ofFamily(family));
        }
        plays.sort(IN_ORDER);
        return plays;
    }

    private Map<String, List<Told>> families(Collection<Told> told) {
        boolean isOneSong =
                told.stream().mapToInt(one -> one.listen().songId()).distinct().count() == 1;
        boolean isOneTeller = told.stream().mapToInt(Told::teller).distinct().count() == 1;
        Map<Integer, String> families =
                isOneSong || isOneTeller ? Map.of() : ofSongs(told, SongCreditRepository::families);
        Map<String, List<Told>> groups = new LinkedHashMap<>();
        for (Told one : told) {
            int song = one.listen().songId();
            String family = (one.listen().isSkipped() ? "-" : "+") + families.getOrDefault(song, String.valueOf(song));
            groups.computeIfAbsent(family, name -> new ArrayList<>()).add(one);
        }
        return groups;
    }

    private Map<Integer, String> ofSongs(
            Collection<Told> told, BiFunction<Database, Collection<Integer>, Map<Integer, String>> lookUp) {
        Set<Integer> songs = told.stream().map(one -> one.listen().songId()).collect(Collectors.toSet());
        return songs.size() == 1 ? Map.of() : lookUp.apply(database, songs);
    }

    private List<Listen> ofFamily(List<Told> family) {
        Listen first = family.get(0).listen();
        Map<List<Long>, ToldListen> once = new HashMap<>();
        Map<Integer, String> ranks = ofSongs(family, SongCreditRepository::ranks);
        Map<List<Long>, Integer> words = new HashMap<>();
        for (Told one : family) {
            ToldListen told = told(one, ranks.getOrDefault(one.listen().songId(), ""));
            once.merge(
                    List.of(told.at(), (long) told.namedSong(), (long) told.importId()),
                    told,
                    (before, repeated) -> before.spread() <= repeated.spread() ? before : repeated);
            words.merge(moment(told), one.listen().words(), Math::max);
        }
        return Plays.of(once.values()).stream()
                .map(play -> listen(first.userId(), first.isSkipped(), play).inWords(words(play, words)))
                .toList();
    }

    private static List<Long> moment(ToldListen told) {
        return List.of(told.at(), (long) told.namedSong());
    }

    // Those of any who says how it was told.
    private static int words(Play play, Map<List<Long>, Integer> words) {
        return play.told().stream()
                .mapToInt(told -> words.getOrDefault(moment(told), 0))
                .max()
                .orElse(0);
    }

    private ToldListen told(Told one, String rank) {
        Listen listen = one.listen();
        int length = listen.songId() < lengths.length ? lengths[listen.songId()] : 0;
        SongFacts song = new SongFacts(listen.songId(), SameListen.slack(length), rank);
        return new ToldListen(0, one.teller(), listen.listenedAt(), listen.spread(), listen.songId(), song);
    }

    private static Listen listen(int userId, boolean isSkipped, Play play) {
        int spread = play.told().stream().mapToInt(ToldListen::spread).min().orElseThrow();
        return new Listen(userId, play.at(), play.songId(), isSkipped, spread);
    }
}
