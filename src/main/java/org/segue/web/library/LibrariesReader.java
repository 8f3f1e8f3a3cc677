package org.segue.web.library;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RealListenerRepository;
import org.segue.catalog.User;
import org.segue.library.LibraryLogin;
import org.segue.library.LibraryRepository;
import org.segue.library.LibraryState;
import org.segue.library.LibrarySync;
import org.segue.library.LibrarySyncService;
import org.segue.library.LoginRepository;
import org.segue.listens.ListensChanged;
import org.segue.text.Sentence;
import org.segue.web.Formatting;
import org.segue.web.library.LibrariesView.LibraryCard;

/** Reads which libraries there are, and how they stand. Its methods block. */
@Singleton
class LibrariesReader {

    private static final int LISTENERS = 200;

    private final LibraryRepository libraries;
    private final LoginRepository logins;
    private final SongsReader songs;
    private final LibrarySyncService syncs;
    private final RealListenerRepository listeners;

    LibrariesReader(
            LibraryRepository libraries,
            LoginRepository logins,
            SongsReader songs,
            LibrarySyncService syncs,
            RealListenerRepository listeners) {
        this.libraries = libraries;
        this.logins = logins;
        this.songs = songs;
        this.syncs = syncs;
        this.listeners = listeners;
    }

    List<LibraryCard> cards() {
        return libraries.all().stream().map(this::card).toList();
    }

    private LibraryCard card(LibraryState state) {
        Optional<LibrarySync> last = syncs.last(state.id());
        List<LibraryLogin> accounts = logins.ofLibrary(state.id());
        Sentence problem = problem(last, accounts);
        return new LibraryCard(
                new LibraryCard.Named(
                        state.id(),
                        state.library().name(),
                        state.library().kind().word()),
                word(state, last, problem),
                last.map(sync -> Formatting.percent(sync.progress())).orElse(0),
                songs.count(state.id()),
                accounts.size(),
                state.syncedAt(),
                problem);
    }

    private static String word(LibraryState state, Optional<LibrarySync> last, @Nullable Sentence problem) {
        if (last.filter(sync -> !sync.status().isFinal()).isPresent()) {
            return "working";
        }
        if (problem != null || state.missing() > 0) {
            return "problem";
        }
        return state.syncedAt() == null ? "open" : "ready";
    }

    private static @Nullable Sentence problem(Optional<LibrarySync> last, List<LibraryLogin> accounts) {
        Sentence failure = last.map(LibrarySync::failure).orElse(null);
        return failure != null
                ? failure
                : accounts.stream()
                        .map(LibraryLogin::problem)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Listeners of the household, whose accounts could be added. */
    List<User> listeners() {
        return listeners.besides(ListensChanged.DEMO, LISTENERS);
    }
}
