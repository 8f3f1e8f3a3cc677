package org.segue.library;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.segue.jobs.JobFailedException;
import org.segue.text.Sentence;

/** Reads a library as each of its logins, one after the other; an account that several listeners share is read once. */
@Singleton
class SyncReading {

    private static final Logger LOG = Logger.getLogger(SyncReading.class);

    private final LibraryConnections connections;
    private final LibraryRepository libraries;
    private final LoginRepository logins;

    SyncReading(LibraryConnections connections, LibraryRepository libraries, LoginRepository logins) {
        this.connections = connections;
        this.libraries = libraries;
        this.logins = logins;
    }

    /**
     * What was read.
     *
     * @param firstOfAccount key of the login as which a login's account was read, by key of the login
     * @param logins the logins whose account was read
     * @param failed the logins whose account could not be read
     * @param problems why not
     */
    record Read(
            Map<Integer, Integer> firstOfAccount,
            List<LibraryLogin> logins,
            List<LibraryLogin> failed,
            List<Sentence> problems) {

        /** Whether all logins were read: what was not seen then is gone. */
        boolean isComplete() {
            return failed.isEmpty();
        }

        /** Key of the login as which a login's account was read. */
        int readAs(LibraryLogin login) {
            return firstOfAccount.getOrDefault(login.id(), login.id());
        }
    }

    /** Who signs in to a library. */
    List<LibraryLogin> logins(int libraryId) {
        return logins.ofLibrary(libraryId);
    }

    /**
     * Reads all songs.
     *
     * @param each is told of each song of each account, may throw to end it
     * @throws JobFailedException if no login can be read
     */
    Read read(LibraryState library, List<LibraryLogin> accounts, StagedLibraryRepository staged, Runnable each) {
        Map<String, Integer> known = new HashMap<>();
        Map<Integer, Integer> firstOfAccount = new HashMap<>();
        List<LibraryLogin> read = new ArrayList<>();
        List<LibraryLogin> failed = new ArrayList<>();
        List<Sentence> problems = new ArrayList<>();
        for (LibraryLogin login : accounts) {
            try {
                int first = known.getOrDefault(login.serverUser(), login.id());
                if (first == login.id()) {
                    read(library, login, staged, each);
                }
                known.put(login.serverUser(), first);
                firstOfAccount.put(login.id(), first);
                read.add(login);
                logins.note(login.id(), null);
            } catch (LibraryException e) {
                LOG.debugf(e, "A login of library %d could not be read", library.id());
                Sentence problem = e.sentence();
                logins.note(login.id(), problem);
                staged.forget(login.id());
                failed.add(login);
                problems.add(LibraryPhrase.OF_LISTENER.with(login.listenerName(), problem));
            }
        }
        if (read.isEmpty()) {
            throw new JobFailedException(
                    problems.stream().reduce(LibraryPhrase.AND::with).orElseThrow());
        }
        return new Read(firstOfAccount, read, failed, problems);
    }

    private void read(LibraryState library, LibraryLogin login, StagedLibraryRepository staged, Runnable each) {
        LibraryServer server = connections.open(login);
        ServerFacts facts = server.facts().ofServer();
        if (!facts.equals(library.facts())) {
            libraries.learn(library.id(), facts);
        }
        server.songs(song -> {
            staged.add(login.id(), song);
            each.run();
        });
    }
}
