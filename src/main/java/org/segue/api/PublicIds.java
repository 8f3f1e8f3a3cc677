package org.segue.api;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.segue.catalog.Artist;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.User;

/** Finds the public ids of what requests name as sources do. Nothing in it blocks. */
@Singleton
class PublicIds {

    private final Catalog catalog;

    PublicIds(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The public ids of what one request names.
     *
     * @param users of the users that it names as a source does; unknown ones are not in it
     * @param songs likewise
     * @param artists likewise
     */
    record Found(Map<Ref, String> users, Map<Ref, String> songs, Map<Ref, String> artists) {

        String user(Ref ref) {
            return users.getOrDefault(ref, ref.inWords());
        }

        String song(Ref ref) {
            return songs.getOrDefault(ref, ref.inWords());
        }

        String artist(Ref ref) {
            return artists.getOrDefault(ref, ref.inWords());
        }
    }

    /** Looks up what has a source; what has none is a public id already. */
    CompletableFuture<Found> find(Collection<Ref> users, Collection<Ref> songs, Collection<Ref> artists) {
        CompletableFuture<Map<Ref, String>> ofUsers =
                find(users, (source, id) -> catalog.user(source, id).thenApply(user -> user.map(User::publicId)));
        CompletableFuture<Map<Ref, String>> ofSongs =
                find(songs, (source, id) -> catalog.song(source, id).thenApply(song -> song.map(Song::publicId)));
        // An artist is a name, the same in all sources: it is what a source calls the artist.
        CompletableFuture<Map<Ref, String>> ofArtists = find(
                artists, (source, id) -> catalog.artistNamed(id).thenApply(artist -> artist.map(Artist::publicId)));
        return ofUsers.thenCombine(ofSongs, (u, s) -> new Found(u, s, Map.of()))
                .thenCombine(ofArtists, (found, a) -> new Found(found.users(), found.songs(), a));
    }

    private static CompletableFuture<Map<Ref, String>> find(
            Collection<Ref> refs, BiFunction<String, String, CompletableFuture<Optional<String>>> lookup) {
        List<Ref> scoped =
                refs.stream().filter(ref -> ref.source() != null).distinct().toList();
        Map<Ref, CompletableFuture<Optional<String>>> lookups = new LinkedHashMap<>();
        scoped.forEach(ref -> lookups.put(ref, lookup.apply(Objects.requireNonNull(ref.source()), ref.id())));
        return CompletableFuture.allOf(lookups.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<Ref, String> found = new LinkedHashMap<>();
                    lookups.forEach((ref, id) -> id.join().ifPresent(publicId -> found.put(ref, publicId)));
                    return found;
                });
    }
}
