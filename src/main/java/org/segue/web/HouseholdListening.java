package org.segue.web;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.segue.access.Access;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.interactions.InteractionRepository;

/** Listeners of a song or an artist in the household, as far as the caller may know. Blocks. */
@Singleton
public class HouseholdListening {

    private static final int MAX_ROWS = 12;

    private final InteractionRepository interactions;
    private final UserRepository users;
    private final Access access;

    HouseholdListening(InteractionRepository interactions, UserRepository users, Access access) {
        this.interactions = interactions;
        this.users = users;
        this.access = access;
    }

    /**
     * Listeners of a song or an artist.
     *
     * @param rows most plays first
     * @param others how many more there are
     */
    @TemplateData
    public record ListenersView(List<ListenerRow> rows, int others) {

        /** How often those who are shown have played it. */
        public long plays() {
            return rows.stream().mapToLong(ListenerRow::plays).sum();
        }
    }

    /**
     * A listener.
     *
     * @param user who it is
     * @param plays how often
     */
    @TemplateData
    public record ListenerRow(User user, long plays) {}

    private record Plays(int userId, long count) {}

    public ListenersView ofSong(int songId) {
        return view(interactions.householdPlaysOfSong(songId));
    }

    public ListenersView ofArtist(int artistId) {
        return view(interactions.householdPlaysOfArtist(artistId));
    }

    private ListenersView view(Map<Integer, Double> playsByUser) {
        List<Plays> known = known(playsByUser);
        List<Plays> shown = known.subList(0, Math.min(MAX_ROWS, known.size()));
        Map<Integer, User> names = users.byIds(shown.stream().map(Plays::userId).toList()).stream()
                .collect(Collectors.toMap(User::id, Function.identity()));
        List<ListenerRow> rows = shown.stream()
                .flatMap(plays -> Optional.ofNullable(names.get(plays.userId())).stream()
                        .map(user -> new ListenerRow(user, plays.count())))
                .toList();
        return new ListenersView(rows, known.size() - shown.size());
    }

    private List<Plays> known(Map<Integer, Double> playsByUser) {
        boolean all = access.mayReadAll();
        return playsByUser.entrySet().stream()
                .filter(entry -> all || access.caller().is(entry.getKey()))
                .map(entry -> new Plays(entry.getKey(), Math.max(1, Math.round(entry.getValue()))))
                .sorted(Comparator.comparingLong(Plays::count).reversed().thenComparing(Plays::userId))
                .toList();
    }
}
