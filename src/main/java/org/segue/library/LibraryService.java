package org.segue.library;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Libraries of the household: added, changed, taken back. What it says is on disk. Its methods block. */
@Singleton
public class LibraryService {

    private final LibraryRepository libraries;
    private final LoginRepository logins;
    private final LibrarySyncService syncs;
    private final SyncEvents events;
    private final LoginEnd end;

    LibraryService(
            LibraryRepository libraries,
            LoginRepository logins,
            LibrarySyncService syncs,
            SyncEvents events,
            LoginEnd end) {
        this.libraries = libraries;
        this.logins = logins;
        this.syncs = syncs;
        this.events = events;
        this.end = end;
    }

    /** All libraries, in the order in which they came. */
    public List<LibraryState> list() {
        return libraries.all();
    }

    /** The library of a key. */
    public Optional<LibraryState> byId(int id) {
        return libraries.byId(id);
    }

    /**
     * Adds a library; nobody signs in to it yet.
     *
     * @param webUrl where browsers reach it, null if at the same address
     * @throws LibraryTakenException if there is one of this name or address
     */
    public LibraryState create(LibraryKind kind, String name, URI url, @Nullable URI webUrl) {
        int id = libraries
                .create(kind, name, url, webUrl)
                .orElseThrow(() -> new LibraryTakenException(LibraryPhrase.TAKEN.with()));
        events.ownedChanged();
        return libraries.byId(id).orElseThrow();
    }

    /**
     * Changes what a library is called, where it is and where its files are.
     *
     * @param library with what is to be
     * @param folder where players of files find its music, null if nobody says so
     * @throws LibraryTakenException if there is another of this name or address
     */
    public LibraryState change(Library library, @Nullable String folder) {
        if (!libraries.update(library, folder)) {
            throw new LibraryTakenException(LibraryPhrase.TAKEN.with());
        }
        return libraries.byId(library.id()).orElseThrow();
    }

    /**
     * Takes a library back, with what its logins have brought and the lists that were made on its server; the songs that it alone has
     * brought go in the background.
     *
     * @return names of the lists that stay there because the server does not answer or refuses; nothing if there was no library
     */
    public Optional<List<String>> delete(int id) {
        return libraries.byId(id).map(library -> {
            List<LibraryLogin> gone = logins.ofLibrary(id);
            List<String> left = end.end(gone);
            syncs.underWay().stream().filter(sync -> sync.library() == id).forEach(sync -> syncs.cancel(sync.id()));
            libraries.delete(id);
            events.ownedChanged();
            events.takenBack(gone.stream().map(LibraryLogin::userId).toList());
            syncs.sweep();
            return left;
        });
    }
}
