package org.segue.catalog;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.segue.storage.Database;

/**
 * Users, songs and artists as answers need them: from memory if they were asked for lately, else from the database on a
 * worker thread. Never blocks; safe for any thread.
 */
@Singleton
public class Catalog {

    /** At some 300 bytes an entry, about 30 MB when full. */
    private static final int MAX_SONGS = 100_000;

    private static final int MAX_IDS = 20_000;
    private static final int MAX_KEPT = 500;

    /** Among so many of the most played a song with exactly the title is looked for. */
    private static final int MAX_MATCHES = 50;

    private final UserRepository userRepository;
    private final HouseRepository houseRepository;
    private final SongRepository songRepository;
    private final ArtistRepository artistRepository;
    private final Executor workers;

    private final AsyncCache<String, Optional<User>> users = lookups();
    private final AsyncCache<String, List<User>> calledUsers = lookups();
    private final AsyncCache<String, Optional<User>> people = lookups();
    private final AsyncCache<String, Optional<User>> calledExactly = lookups();
    private final AsyncCache<String, Optional<Song>> songsByPublicId = lookups();
    private final AsyncCache<String, Optional<Integer>> artists = lookups();
    private final Cache<Integer, Song> songs =
            Caffeine.newBuilder().maximumSize(MAX_SONGS).build();
    private final AtomicInteger generation = new AtomicInteger();

    Catalog(
            UserRepository userRepository,
            HouseRepository houseRepository,
            SongRepository songRepository,
            ArtistRepository artistRepository,
            Database database) {
        this.userRepository = userRepository;
        this.houseRepository = houseRepository;
        this.songRepository = songRepository;
        this.artistRepository = artistRepository;
        this.workers = database.workers();
    }

    /**
     * What the references of one request mean, looked up at once.
     *
     * @param users references to users
     * @param songs references to songs
     * @param artists references to artists; a source calls an artist by the name
     */
    public CompletableFuture<Names> resolve(Collection<Ref> users, Collection<Ref> songs, Collection<Ref> artists) {
        CompletableFuture<Map<Ref, User>> foundUsers = all(users, this::user);
        CompletableFuture<Map<Ref, Song>> foundSongs = all(songs, this::song);
        CompletableFuture<Map<Ref, Integer>> foundArtists = all(artists, this::artistKey);
        return CompletableFuture.allOf(foundUsers, foundSongs, foundArtists)
                .thenApply(done -> new Names(foundUsers.join(), foundSongs.join(), foundArtists.join()));
    }

    private static <T> CompletableFuture<Map<Ref, T>> all(
            Collection<Ref> refs, Function<Ref, CompletableFuture<Optional<T>>> lookup) {
        Map<Ref, CompletableFuture<Optional<T>>> lookups = new LinkedHashMap<>();
        refs.forEach(ref -> lookups.computeIfAbsent(ref, lookup));
        return CompletableFuture.allOf(lookups.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<Ref, T> found = new HashMap<>();
                    lookups.forEach((ref, result) -> result.join().ifPresent(value -> found.put(ref, value)));
                    return found;
                });
    }

    private CompletableFuture<Optional<User>> user(Ref ref) {
        String source = ref.source();
        return source == null
                ? user(ref.id())
                : CompletableFuture.supplyAsync(() -> userRepository.byAlias(source, ref.id()), workers);
    }

    private CompletableFuture<Optional<Song>> song(Ref ref) {
        String source = ref.source();
        return source == null
                ? song(ref.id())
                : CompletableFuture.supplyAsync(() -> songRepository.byAlias(source, ref.id()), workers);
    }

    private CompletableFuture<Optional<Integer>> artistKey(Ref ref) {
        return ref.source() == null
                ? artistKey(ref.id())
                : CompletableFuture.supplyAsync(
                        () -> artistRepository.byName(ref.id()).map(Artist::id), workers);
    }

    /** The user of a public id. */
    public CompletableFuture<Optional<User>> user(String publicId) {
        return lookup(users, publicId, () -> userRepository.byPublicId(publicId));
    }

    /** The one user whom people mean by what they type, see {@link #usersCalled}; nobody if several are called so. */
    public CompletableFuture<Optional<User>> userCalled(String typed) {
        return usersCalled(typed).thenApply(UserRepository::only);
    }

    /**
     * Users whom people may mean by what they type: the one of a public id, else people of the house, else users of that name.
     * Only if it is clear who is meant, is it one.
     */
    public CompletableFuture<List<User>> usersCalled(String typed) {
        return lookup(calledUsers, typed, () -> called(typed));
    }

    private List<User> called(String typed) {
        try {
            return userRepository
                    .byPublicId(typed)
                    .or(() -> houseRepository.find(typed))
                    .map(List::of)
                    .orElseGet(() -> userRepository.byName(typed));
        } catch (AmbiguousNameException e) {
            return e.users();
        }
    }

    /**
     * The user whom a player names: a person of the house by any name, else the user of a public id. Fails with an
     * {@link AmbiguousNameException} if several people are called so.
     */
    public CompletableFuture<Optional<User>> userOfPlayers(String name) {
        return lookup(people, name, () -> houseRepository.find(name).or(() -> userRepository.byPublicId(name)));
    }

    /**
     * The person of the house who is called so to the letter. Fails with an {@link AmbiguousNameException} if several are.
     */
    public CompletableFuture<Optional<User>> personExactly(String name) {
        return lookup(calledExactly, name, () -> houseRepository.findExactly(name));
    }

    /** The song of an id: a public one, else one by which MusicBrainz, labels or players call it. */
    public CompletableFuture<Optional<Song>> song(String id) {
        CompletableFuture<Optional<Song>> ofPublicId = lookup(songsByPublicId, id, () -> songRepository.byPublicId(id));
        // Foreign ids become known with any listen: that one is not is not kept.
        return ofPublicId.thenCompose(found -> found.isPresent() || !RecordingIds.isOne(id)
                ? ofPublicId
                : CompletableFuture.supplyAsync(() -> byForeignId(id), workers));
    }

    // MusicBrainz may call one song by several ids; labels say an ISRC, and players ids that are made of its words.
    private Optional<Song> byForeignId(String id) {
        String mbid = RecordingIds.mbid(id);
        String name = mbid == null ? String.valueOf(RecordingIds.isrc(id)) : mbid;
        return Stream.of("musicbrainz", "isrc", RecordingRepository.SOURCE)
                .map(source -> songRepository.byAlias(source, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The song that people mean by what they type: a public id, else of those that match the words the most played one, one
     * with exactly this title before all others.
     */
    public CompletableFuture<Optional<Song>> songCalled(String typed) {
        return song(typed).thenApplyAsync(found -> found.or(() -> bestMatch(typed)), workers);
    }

    private Optional<Song> bestMatch(String typed) {
        List<Song> matches = SearchWords.areIn(typed) ? songRepository.search(typed, 0, MAX_MATCHES) : List.of();
        return matches.stream()
                .filter(song -> song.title().equalsIgnoreCase(typed))
                .findFirst()
                .or(() -> matches.stream().findFirst());
    }

    /** The key of the artist of a public id. */
    public CompletableFuture<Optional<Integer>> artistKey(String publicId) {
        return lookup(artists, publicId, () -> artistRepository.keyOf(publicId));
    }

    /** Songs by key; a key without a song has no entry. */
    public CompletableFuture<Map<Integer, Song>> songs(Iterable<Integer> ids) {
        Map<Integer, Song> found = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (Integer id : ids) {
            Song song = songs.getIfPresent(id);
            if (song == null) {
                missing.add(id);
            } else {
                found.put(id, song);
            }
        }
        return missing.isEmpty() ? CompletableFuture.completedFuture(found) : load(missing, found);
    }

    private CompletableFuture<Map<Integer, Song>> load(List<Integer> missing, Map<Integer, Song> found) {
        int generationBefore = generation.get();
        return CompletableFuture.supplyAsync(() -> songRepository.byIds(missing), workers)
                .thenApply(loaded -> {
                    loaded.forEach(song -> found.put(song.id(), song));
                    // What was read before a change must not outlive it.
                    if (generation.get() == generationBefore) {
                        loaded.forEach(song -> songs.put(song.id(), song));
                    }
                    return found;
                });
    }

    /** Forgets that there was no song of a public id: now there is. */
    public void forget(String songPublicId) {
        songsByPublicId.synchronous().invalidate(songPublicId);
    }

    // Before the observers that build on what is read from here.
    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) CatalogChanged event) {
        generation.incrementAndGet();
        users.synchronous().invalidateAll();
        calledUsers.synchronous().invalidateAll();
        people.synchronous().invalidateAll();
        calledExactly.synchronous().invalidateAll();
        songsByPublicId.synchronous().invalidateAll();
        artists.synchronous().invalidateAll();
        songs.invalidateAll();
    }

    private <T> CompletableFuture<T> lookup(AsyncCache<String, T> cache, String key, Supplier<T> load) {
        // Nobody is called so, and what others send must not fill the memory.
        if (key.length() > MAX_KEPT) {
            return CompletableFuture.supplyAsync(load, workers);
        }
        return cache.get(key, (missing, ignored) -> CompletableFuture.supplyAsync(load, workers));
    }

    private static <T> AsyncCache<String, T> lookups() {
        return Caffeine.newBuilder().maximumSize(MAX_IDS).buildAsync();
    }
}
