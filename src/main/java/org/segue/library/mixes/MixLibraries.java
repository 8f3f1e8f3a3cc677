package org.segue.library.mixes;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.OwnedSongsChanged;

/**
 * Which library a player asks of, and what that library has. The library is the one that the caller's token belongs to, else the one that the call
 * names, else the only one that knows what is asked for. Its methods block.
 */
@Singleton
public class MixLibraries {

    private static final Duration LATELY = Duration.ofDays(1);

    private final MixRepository repository;
    private volatile Map<Integer, BitSet> songs = new ConcurrentHashMap<>();
    private volatile @Nullable AmbiguousMix ambiguous;

    MixLibraries(MixRepository repository) {
        this.repository = repository;
    }

    // Swapped whole: what is being read meanwhile stays with who asked before.
    void forget(@Observes OwnedSongsChanged event) {
        songs = new ConcurrentHashMap<>();
    }

    // Songs may have become one.
    void forget(@Observes CatalogChanged event) {
        songs = new ConcurrentHashMap<>();
    }

    /**
     * How a call says which library it means.
     *
     * @param ofToken key of the library whose token was sent, 0 if none was
     * @param server number or name of a library, null if the call does not say
     */
    public record Told(int ofToken, @Nullable String server) {}

    /** The song that a library calls by an id; nothing if no library that may be meant knows it, or several do. */
    public Optional<AskedSong> song(Told told, String id) {
        return only(told, repository.songsCalled(id));
    }

    /** The artist that a library calls by an id; nothing if no library that may be meant knows it, or several do. */
    public Optional<AskedSong> artist(Told told, String id) {
        return only(told, repository.artistsCalled(id));
    }

    private Optional<AskedSong> only(Told told, Map<Integer, Integer> keys) {
        if (told.ofToken() != 0 || isNamed(told)) {
            int library = library(told);
            return Optional.ofNullable(keys.get(library)).map(key -> new AskedSong(library, key));
        }
        if (keys.size() > 1) {
            note(keys.keySet());
            return Optional.empty();
        }
        return keys.entrySet().stream().findFirst().map(one -> new AskedSong(one.getKey(), one.getValue()));
    }

    /** The library that is meant where no id tells: that of the token, the one that is named, the only one that there is; 0 if none is. */
    public int library(Told told) {
        if (told.ofToken() != 0) {
            return told.ofToken();
        }
        Map<Integer, String> names = repository.libraries();
        if (isNamed(told)) {
            return names.entrySet().stream()
                    .filter(library -> isCalled(library, String.valueOf(told.server())))
                    .mapToInt(Map.Entry::getKey)
                    .findFirst()
                    .orElse(0);
        }
        return names.size() == 1 ? names.keySet().iterator().next() : 0;
    }

    private static boolean isNamed(Told told) {
        return told.server() != null && !told.server().isBlank();
    }

    private static boolean isCalled(Map.Entry<Integer, String> library, String server) {
        return server.strip().equals(String.valueOf(library.getKey()))
                || server.strip().equalsIgnoreCase(library.getValue());
    }

    private void note(Collection<Integer> libraryIds) {
        Map<Integer, String> names = repository.libraries();
        List<String> called = libraryIds.stream()
                .map(id -> names.getOrDefault(id, ""))
                .sorted()
                .toList();
        ambiguous = new AmbiguousMix(Instant.now(), called);
    }

    /** The latest call of the last day that several libraries could have answered. */
    public Optional<AmbiguousMix> ambiguous() {
        return Optional.ofNullable(ambiguous)
                .filter(mix -> mix.at().isAfter(Instant.now().minus(LATELY)));
    }

    /** Keys of the songs of a library, none of library 0. Not to be changed. */
    public BitSet songs(int libraryId) {
        return libraryId == 0 ? new BitSet() : songs.computeIfAbsent(libraryId, repository::songs);
    }

    /** What a library has of songs, by their keys; a song that it lacks has no entry. */
    public Map<Integer, List<FileOfSong>> files(int libraryId, Collection<Integer> songIds) {
        return libraryId == 0 ? Map.of() : repository.files(libraryId, songIds);
    }

    /** Songs of an artist that a library has, those that most people have first. */
    public List<FileOfSong> ofArtist(int libraryId, int artistId, int limit) {
        return libraryId == 0 ? List.of() : repository.ofArtist(libraryId, artistId, limit);
    }

    /** What a library calls artists, by their keys; an artist that it lacks has no entry. */
    public Map<Integer, String> artistIds(int libraryId, Collection<Integer> artistIds) {
        return libraryId == 0 ? Map.of() : repository.artistIds(libraryId, artistIds);
    }

    /** Whether a user signs in under a name to a library. */
    public boolean isCalled(int userId, String serverUser) {
        return repository.isCalled(userId, serverUser);
    }
}
