package org.segue.playlists;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;
import org.segue.ranking.BannedSongs;
import org.segue.ranking.Recommendation;

/**
 * Playlists of users, generated and kept. A generated playlist is made by {@link PlaylistSchedule} or, before that, when it is
 * first read in its day or week; it does not change afterwards. Its methods block.
 */
@Singleton
public class PlaylistService {

    /** A user keeps so many lists at most. */
    public static final int MAX_KEPT = 1000;

    private static final Comparator<Playlist> NEWEST_FIRST = Comparator.comparing(Playlist::createdAt)
            .reversed()
            .thenComparing(Playlist::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Playlist::id);

    private final PlaylistGeneration generation;
    private final PlaylistRepository playlists;
    private final TrackRepository tracks;
    private final BannedSongs bans;
    private final Clock clock;

    PlaylistService(
            PlaylistGeneration generation,
            PlaylistRepository playlists,
            TrackRepository tracks,
            BannedSongs bans,
            Clock clock) {
        this.generation = generation;
        this.playlists = playlists;
        this.tracks = tracks;
        this.bans = bans;
        this.clock = clock;
    }

    /** All lists of a user, newest first. */
    public List<Playlist> of(User user) {
        LocalDate today = LocalDate.now(clock);
        generation.makeMissing(user, today, now());
        Set<List<Object>> seen = new HashSet<>();
        List<Playlist> shown = new ArrayList<>();
        for (Playlist list : playlists.of(user.id())) {
            // Of two merged users, each may have had a playlist of the same kind and period.
            boolean isFirst =
                    list.kind() == null || list.period() == null || seen.add(List.of(list.kind(), list.period()));
            boolean isThere = list.kind() == null || !list.songIds().isEmpty();
            if (isFirst && isThere && isKept(list, today)) {
                shown.add(list);
            }
        }
        shown.sort(NEWEST_FIRST);
        return shown;
    }

    // A wrong clock may have left playlists of future days.
    private static boolean isKept(Playlist list, LocalDate today) {
        PlaylistKind kind = list.kind();
        LocalDate period = list.period();
        return kind == null || period == null || !(period.isAfter(today) || period.isBefore(kind.oldestKept(today)));
    }

    /** Lists that Segue made for a user, newest first. */
    public List<Playlist> madeFor(User user) {
        return of(user).stream().filter(list -> list.kind() != null).toList();
    }

    /** The lists of today and of this week, in the order of their kinds. */
    public List<Playlist> current(User user) {
        LocalDate today = LocalDate.now(clock);
        return of(user).stream()
                .filter(list -> list.kind() != null
                        && list.isOf(list.kind(), list.kind().periodOf(today)))
                .sorted(Comparator.comparing(Playlist::kind))
                .toList();
    }

    /** The lists that a user keeps, newest first. */
    public List<Playlist> keptBy(User user) {
        return playlists.of(user.id()).stream()
                .filter(list -> list.kind() == null)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The list of an id; nothing if there is none any more. */
    public Optional<Playlist> byId(String id) {
        LocalDate today = LocalDate.now(clock);
        return playlists.byId(id).filter(list -> isKept(list, today));
    }

    /**
     * Keeps an answer as a list.
     *
     * @return the list; nothing if the user is gone
     * @throws TooManyPlaylistsException if the user keeps {@value #MAX_KEPT} already
     */
    public Optional<Playlist> keep(User user, String name, Recommendation answer) {
        return keep(user, name, keys(answer));
    }

    /** The same of songs by their keys; there may be none. */
    public Optional<Playlist> keep(User user, String name, List<Integer> songIds) {
        if (playlists.countKept(user.id()) >= MAX_KEPT) {
            throw new TooManyPlaylistsException();
        }
        String id = UUID.randomUUID().toString();
        return playlists.keep(id, user.id(), name, songIds, now()) ? playlists.byId(id) : Optional.empty();
    }

    /** Calls a list that somebody keeps otherwise; tells whether it was there. */
    public boolean rename(String id, String name) {
        return playlists.rename(id, name);
    }

    /** Deletes a list for good; tells whether it was there. */
    public boolean delete(String id) {
        return playlists.delete(id);
    }

    /** A list with its songs: without those that are gone, and those that its user has banned since. */
    public PlaylistDocument document(Playlist list) {
        IntPredicate isBanned = bans.of(list.user().id()).join();
        return head(
                list,
                tracks.of(list.songIds()).stream()
                        .filter(track -> !isBanned.test(track.song().id()))
                        .toList());
    }

    /** A list with all its songs that are there still, banned ones too: what its user takes along. */
    public PlaylistDocument whole(Playlist list) {
        return head(list, tracks.of(list.songIds()));
    }

    /** A list without its songs. */
    public PlaylistDocument head(Playlist list) {
        return head(list, List.of());
    }

    private PlaylistDocument head(Playlist list, List<Track> songs) {
        PlaylistKind kind = list.kind();
        return new PlaylistDocument(
                list.id(),
                list.title(),
                kind == null ? null : PlaylistMessages.annotation(kind),
                list.user().publicId(),
                kind,
                list.createdAt(),
                expiry(kind, list.period()),
                songs);
    }

    private @Nullable Instant expiry(@Nullable PlaylistKind kind, @Nullable LocalDate period) {
        return kind == null || period == null
                ? null
                : kind.expiry(period).atStartOfDay(clock.getZone()).toInstant();
    }

    /** An answer as a list that is not stored. */
    public PlaylistDocument document(Recommendation answer) {
        List<String> users = answer.user().isEmpty() ? answer.users() : List.of(answer.user());
        String title = users.isEmpty()
                ? PlaylistMessages.SONGS_LIKE
                : PlaylistMessages.SONGS_FOR.formatted(String.join(PlaylistMessages.AND, users));
        return new PlaylistDocument(null, title, null, answer.user(), null, now(), null, tracks.of(keys(answer)));
    }

    private static List<Integer> keys(Recommendation answer) {
        return answer.items().stream().map(item -> item.song().id()).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
