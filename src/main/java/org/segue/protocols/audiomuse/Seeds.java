package org.segue.protocols.audiomuse;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Artist;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.Catalog;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingRepository;
import org.segue.library.mixes.AskedSong;
import org.segue.library.mixes.MixLibraries;
import org.segue.library.mixes.MixLibraries.Told;

/** Finds what a call asks for a mix of. Its methods block. */
@Singleton
class Seeds {

    /** What ids of songs and artists begin with that a library lacks. */
    static final String OURS = "segue-";

    private final MixLibraries libraries;
    private final Catalog catalog;
    private final RecordingRepository recordings;
    private final ArtistRepository artists;
    private final Access access;

    Seeds(
            MixLibraries libraries,
            Catalog catalog,
            RecordingRepository recordings,
            ArtistRepository artists,
            Access access) {
        this.libraries = libraries;
        this.catalog = catalog;
        this.recordings = recordings;
        this.artists = artists;
        this.access = access;
    }

    /** How the call at hand says which library it means. */
    Told told(@Nullable String server) {
        return new Told(access.caller().libraryId(), server);
    }

    /** The library that the call at hand means where no id tells, 0 if none. */
    int library(@Nullable String server) {
        return libraries.library(told(server));
    }

    /** The song that an id means; nothing if there is no id, or none that is known. */
    Optional<AskedSong> song(@Nullable String id, @Nullable String server) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        return libraries
                .song(told(server), id)
                .or(() -> ours(id).flatMap(publicId -> catalog.song(publicId).join())
                        .map(song -> new AskedSong(library(server), song.id())));
    }

    /** The song that is called so. */
    Optional<AskedSong> song(@Nullable String title, @Nullable String artist, @Nullable String server) {
        if (title == null || title.isBlank() || artist == null || artist.isBlank()) {
            return Optional.empty();
        }
        return recordings
                .find(ExternalSong.named(artist, title, null))
                .map(song -> new AskedSong(library(server), song));
    }

    /** The artist that an id or a name means; nothing if there is neither, or none that is known. */
    Optional<AskedSong> artist(@Nullable String idOrName, @Nullable String server) {
        if (idOrName == null || idOrName.isBlank()) {
            return Optional.empty();
        }
        return libraries
                .artist(told(server), idOrName)
                .or(() -> ours(idOrName)
                        .map(publicId -> catalog.artistKey(publicId).join())
                        .orElseGet(() -> artists.byName(idOrName).map(Artist::id))
                        .map(artist -> new AskedSong(library(server), artist)));
    }

    private static Optional<String> ours(String id) {
        return id.startsWith(OURS) ? Optional.of(id.substring(OURS.length())) : Optional.empty();
    }
}
