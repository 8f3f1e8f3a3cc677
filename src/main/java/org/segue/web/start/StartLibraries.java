package org.segue.web.start;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.library.LibraryRepository;
import org.segue.library.LibrarySongRepository;
import org.segue.library.LibraryState;
import org.segue.library.LoginRepository;
import org.segue.web.start.StartView.ConnectedLibrary;

/** Reads which music servers are connected, and for whom. Its methods block. */
@Singleton
class StartLibraries {

    private final LibraryRepository libraries;
    private final LoginRepository logins;
    private final LibrarySongRepository songs;

    StartLibraries(LibraryRepository libraries, LoginRepository logins, LibrarySongRepository songs) {
        this.libraries = libraries;
        this.logins = logins;
        this.songs = songs;
    }

    List<ConnectedLibrary> list() {
        return libraries.all().stream().map(this::library).toList();
    }

    private ConnectedLibrary library(LibraryState state) {
        long count = songs.counts(state.id()).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        return new ConnectedLibrary(state.id(), state.library().name(), count);
    }

    /** Whether a listener has an account that Segue knows. */
    boolean isKnown(int userId) {
        return !logins.ofUser(userId).isEmpty();
    }
}
