package org.segue.library;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;
import org.segue.library.LibraryFileRepository.Target;

/** What people say of songs of libraries and songs here: that they are the same, or that they are not. Its methods block. */
@Singleton
public class LibraryChoices {

    private final LibraryRepository libraries;
    private final LibraryChoiceRepository choices;
    private final LibraryFileRepository files;
    private final LibrarySongRepository songs;
    private final LibrarySyncService syncs;
    private final SyncEvents events;

    LibraryChoices(
            LibraryRepository libraries,
            LibraryChoiceRepository choices,
            LibraryFileRepository files,
            LibrarySongRepository songs,
            LibrarySyncService syncs,
            SyncEvents events) {
        this.libraries = libraries;
        this.choices = choices;
        this.files = files;
        this.songs = songs;
        this.syncs = syncs;
        this.events = events;
    }

    /**
     * Says that a song of a library is a song here; holds from now on.
     *
     * @return the library's song as it is matched now; nothing if the library does not have it
     */
    public Optional<LibrarySong> accept(int libraryId, String externalId, int songId) {
        return change(libraryId, externalId, keys -> choices.accept(libraryId, keys, externalId, songId));
    }

    /**
     * Says that a song of a library is not a song here: it is no candidate any more, and if it was one because somebody had
     * said so, it is matched anew.
     *
     * @return the library's song as it is matched now; nothing if the library does not have it
     */
    public Optional<LibrarySong> refuse(int libraryId, String externalId, int songId) {
        return change(libraryId, externalId, keys -> {
            choices.refuse(libraryId, externalId, songId);
            files.matchAnew(new Target(libraryId, keys, keys.seen()), externalId);
        });
    }

    private Optional<LibrarySong> change(int libraryId, String externalId, Consumer<LibraryKeys> change) {
        Optional<LibraryKeys> keys = libraries.keys(libraryId);
        if (keys.isEmpty() || songs.byId(libraryId, externalId).isEmpty()) {
            return Optional.empty();
        }
        change.accept(keys.get());
        events.synced(true);
        syncs.sweep();
        return songs.byId(libraryId, externalId);
    }
}
