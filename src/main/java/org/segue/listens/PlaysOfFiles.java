package org.segue.listens;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return isOneSong || isOneTeller
                ? grouped(told, String::valueOf)
                : database.read(connection -> families(connection, told));
    }

    private static Map<String, List<Told>> families(Connection connection, Collection<Told> told) throws SQLException {
        try (SongCreditRepository credits = new SongCreditRepository(connection)) {
            return grouped(told, credits::family);
        }
    }

    /**
     * Names the family of a song.
     *
     * @param <E> why it cannot be found
     */
    @FunctionalInterface
    private interface Family<E extends Exception> {
        String of(int songId) throws E;
    }

    private static <E extends Exception> Map<String, List<Told>> grouped(Collection<Told> told, Family<E> families)
            throws E {
        Map<String, List<Told>> groups = new LinkedHashMap<>();
        for (Told one : told) {
            String family = (one.listen().isSkipped() ? "-" : "+")
                    + families.of(one.listen().songId());
            groups.computeIfAbsent(family, name -> new ArrayList<>()).add(one);
        }
        return groups;
    }

    private List<Listen> ofFamily(List<Told> family) {
        Listen first = family.get(0).listen();
        Map<List<Long>, ToldListen> once = new HashMap<>();
        Map<Integer, String> ranks = ranks(family);
        for (Told one : family) {
            ToldListen told = told(one, ranks.getOrDefault(one.listen().songId(), ""));
            once.merge(
                    List.of(told.at(), (long) told.namedSong(), (long) told.importId()),
                    told,
                    (before, repeated) -> before.spread() <= repeated.spread() ? before : repeated);
        }
        return Plays.of(once.values()).stream()
                .map(play -> listen(first.userId(), first.isSkipped(), play))
                .toList();
    }

    private Map<Integer, String> ranks(List<Told> family) {
        List<Integer> songs =
                family.stream().map(one -> one.listen().songId()).distinct().toList();
        return songs.size() == 1
                ? Map.of()
                : database.read(connection -> {
                    try (SongCreditRepository credits = new SongCreditRepository(connection)) {
                        Map<Integer, String> ranks = new HashMap<>();
                        for (int song : songs) {
                            ranks.put(song, credits.rank(song));
                        }
                        return ranks;
                    }
                });
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
