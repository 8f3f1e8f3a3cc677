package org.segue.web.library;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.AmbiguousNameException;
import org.segue.library.Account;
import org.segue.library.Library;
import org.segue.library.LibraryException;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryLogin;
import org.segue.library.LibraryService;
import org.segue.library.LibraryState;
import org.segue.library.LibrarySyncService;
import org.segue.library.LibraryTakenException;
import org.segue.library.LoginService;
import org.segue.library.LoginTaste;
import org.segue.library.ServerFacts;
import org.segue.text.Sentence;
import org.segue.web.Language;

/** Connects servers and accounts as forms ask for it, and says at which field something is wrong. Its methods block. */
@Singleton
class Connecting {

    private static final String KEY = "key ";

    private final LibraryService libraries;
    private final LoginService logins;
    private final LibrarySyncService syncs;
    private final Language language;

    Connecting(LibraryService libraries, LoginService logins, LibrarySyncService syncs, Language language) {
        this.language = language;
        this.libraries = libraries;
        this.logins = logins;
        this.syncs = syncs;
    }

    /**
     * What came of an attempt.
     *
     * @param library number of the library, 0 if there is none
     * @param server as it was typed, with what is wrong with it
     * @param login as it was typed, with what is wrong with it
     */
    record Outcome(int library, ServerForm server, LoginForm login) {}

    /** Connects a server with one account, and begins to read its songs. If that cannot be, nothing is kept. */
    Outcome connect(ServerForm server, LoginForm login, String password) {
        try {
            URI url = URI.create(server.url());
            LibraryKind kind = LibraryKind.valueOf(server.kind().toUpperCase(Locale.ROOT));
            String name = server.name().isEmpty() ? url.getHost() : server.name();
            LibraryState made = libraries.create(kind, name, url, address(server.webUrl()));
            return signIn(made, server, login, password);
        } catch (LibraryTakenException e) {
            return new Outcome(0, server.with(problem("url", e.sentence())), login);
        }
    }

    private Outcome signIn(LibraryState made, ServerForm server, LoginForm login, String password) {
        try {
            logins.add(made.library(), login.listener(), account(login, password), login.taste());
            if (server.name().isEmpty()) {
                nameBySoftware(made.id());
            }
            syncs.sync(made.id(), false);
            return new Outcome(made.id(), server, login);
        } catch (LibraryException e) {
            libraries.delete(made.id());
            FieldProblem problem = problem(e);
            return problem.field().equals("url")
                    ? new Outcome(0, server.with(problem), login)
                    : new Outcome(0, server, login.with(problem));
        } catch (LibraryTakenException e) {
            libraries.delete(made.id());
            return new Outcome(0, server, login.with(problem("listener", e.sentence())));
        } catch (AmbiguousNameException e) {
            libraries.delete(made.id());
            return new Outcome(0, server, login.with(problem("listener", e.sentence())));
        }
    }

    private static Account account(LoginForm login, String password) {
        return new Account(login.user(), password, login.isKey());
    }

    // Only a server that somebody has signed in to says what it is.
    private void nameBySoftware(int id) {
        LibraryState state = libraries.byId(id).orElseThrow();
        ServerFacts facts = state.facts();
        String software = facts == null ? null : facts.software();
        if (software != null && !software.isBlank()) {
            Library library = state.library();
            String name = software.substring(0, 1).toUpperCase(Locale.ROOT) + software.substring(1);
            rename(new Library(id, library.kind(), name, library.url(), library.webUrl()), state.folder());
        }
    }

    private void rename(Library library, @Nullable String folder) {
        try {
            libraries.change(library, folder);
        } catch (LibraryTakenException e) {
            // Of two servers with the same software the second is called by its address.
        }
    }

    // At which field people look for what is wrong.
    private FieldProblem problem(LibraryException e) {
        String field = switch (e.fault()) {
            case LOGIN -> "password";
            case FORBIDDEN -> "user";
            case UNREACHABLE, SLOW, CERTIFICATE, ADDRESS, ANSWER, FAILED -> "url";
        };
        return problem(field, e.sentence());
    }

    private FieldProblem problem(String field, Sentence sentence) {
        return new FieldProblem(field, language.say(sentence));
    }

    private static @Nullable URI address(String typed) {
        return typed.isEmpty() ? null : URI.create(typed);
    }

    /** Changes name and addresses of a library; what is wrong with them, if anything is. */
    FieldProblem change(int id, ServerForm server) {
        Optional<LibraryState> state = libraries.byId(id);
        try {
            state.ifPresent(known -> {
                URI url = URI.create(server.url());
                URI webUrl = Objects.requireNonNullElse(address(server.webUrl()), url);
                String name = server.name().isEmpty() ? known.library().name() : server.name();
                libraries.change(
                        new Library(id, known.library().kind(), name, url, webUrl),
                        server.folder().isEmpty() ? null : server.folder());
            });
            return FieldProblem.NONE;
        } catch (LibraryTakenException e) {
            return problem("name", e.sentence());
        }
    }

    /** Adds an account to a library, and begins to read what it sees; what is wrong with it, if anything is. */
    FieldProblem add(int id, LoginForm login, String password) {
        Optional<LibraryState> state = libraries.byId(id);
        return state.isEmpty()
                ? FieldProblem.NONE
                : signIn(state.get().library(), login.listener(), account(login, password), login.taste());
    }

    private FieldProblem signIn(Library library, String listener, Account account, LoginTaste taste) {
        try {
            logins.add(library, listener, account, taste);
            syncs.sync(library.id(), false);
            return FieldProblem.NONE;
        } catch (LibraryException e) {
            // The page of a library has no field for its address beside an account.
            FieldProblem problem = problem(e);
            return problem.field().equals("url") ? new FieldProblem("", problem.sentence()) : problem;
        } catch (LibraryTakenException e) {
            return problem("listener", e.sentence());
        } catch (AmbiguousNameException e) {
            return problem("listener", e.sentence());
        }
    }

    /**
     * Changes what is taken over from an account, and what it signs in with if that was typed.
     *
     * @param password empty to keep what is known
     * @return what is wrong with it, if anything is
     */
    FieldProblem change(LibraryLogin login, String password, boolean isKey, LoginTaste taste) {
        if (!password.isEmpty()) {
            boolean isNameless = login.serverUser().startsWith(KEY);
            Account account = new Account(isNameless ? "" : login.serverUser(), password, isKey || isNameless);
            Library library = libraries.byId(login.libraryId()).orElseThrow().library();
            return signIn(library, login.listener(), account, taste);
        }
        try {
            logins.change(login.id(), taste);
            syncs.sync(login.libraryId(), false);
            return FieldProblem.NONE;
        } catch (LibraryTakenException e) {
            return problem("password", e.sentence());
        }
    }

    /** Reads all songs of a library, if there is one. */
    void sync(int id, boolean forget) {
        if (libraries.byId(id).isPresent()) {
            syncs.sync(id, forget);
        }
    }
}
