package org.segue.api;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.library.LibraryService;
import org.segue.library.LibrarySongRepository;
import org.segue.library.LibraryState;
import org.segue.library.LibrarySyncService;
import org.segue.library.LoginRepository;

/** Says how libraries stand. Its methods block. */
@Singleton
class LibraryStatuses {

    private final LibraryService libraries;
    private final LibrarySongRepository songs;
    private final LibrarySyncService syncs;
    private final LoginRepository logins;

    LibraryStatuses(
            LibraryService libraries, LibrarySongRepository songs, LibrarySyncService syncs, LoginRepository logins) {
        this.libraries = libraries;
        this.songs = songs;
        this.syncs = syncs;
        this.logins = logins;
    }

    /** All of them, in the order in which they came. */
    List<LibraryStatus> all() {
        return libraries.list().stream().map(this::of).toList();
    }

    private LibraryStatus of(LibraryState library) {
        List<String> problems = logins.ofLibrary(library.id()).stream()
                .filter(login -> login.problem() != null)
                .map(login -> login.listenerName() + ": " + login.problem())
                .toList();
        return new LibraryStatus(
                library.id(),
                library.library().name(),
                songs.counts(library.id()).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                library.syncedAt(),
                syncs.last(library.id()).orElse(null),
                problems);
    }
}
