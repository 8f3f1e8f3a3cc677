package org.segue.library;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.segue.feedback.FeedbackRepository;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;
import org.segue.library.LibraryFileRepository.Target;
import org.segue.library.Taste.Brought;
import org.segue.library.Taste.Change;
import org.segue.library.Taste.Kind;

/**
 * Sends loves as stars, of logins that want it: those of songs without a star, once each. Only stars that were sent are taken away,
 * when the love is gone. What a server refuses is noted with the login, and tried again at the next sync.
 */
@Singleton
class SyncLoves {

    private static final Logger LOG = Logger.getLogger(SyncLoves.class);

    /** Loves that are sent between two syncs; each asks the server twice. */
    private static final int MAX_AT_ONCE = 50;

    private final FeedbackRepository feedback;
    private final LibrarySongRepository songs;
    private final LibraryTasteRepository tastes;
    private final LibraryConnections connections;
    private final LoginRepository logins;

    SyncLoves(
            FeedbackRepository feedback,
            LibrarySongRepository songs,
            LibraryTasteRepository tastes,
            LibraryConnections connections,
            LoginRepository logins) {
        this.feedback = feedback;
        this.songs = songs;
        this.tastes = tastes;
        this.connections = connections;
        this.logins = logins;
    }

    /** Which loves are not sent, of all that are not stars as far as Segue knows. */
    private interface Except {
        boolean isStarred(LibraryServer server, Map.Entry<Integer, String> file);
    }

    /** Sends what is to be sent in a sync, which has read the stars that there are. */
    void send(Target target, LibraryLogin login, Taste taste) {
        Except starred = (server, file) -> taste.isStarred(file.getKey());
        send(login, target.keys().importId(), new Limits(Integer.MAX_VALUE, starred));
    }

    /** Sends what has come and gone between two syncs; the rest, if it is much, goes with the next. */
    void sendSoon(LibraryKeys keys, LibraryLogin login) {
        Except starred = (server, file) -> server.isStarred(file.getValue());
        send(login, keys.importId(), new Limits(MAX_AT_ONCE, starred));
    }

    private record Limits(int most, Except except) {}

    private void send(LibraryLogin login, int importId, Limits limits) {
        if (!login.taste().lovesOut()) {
            return;
        }
        List<Change> done = new ArrayList<>();
        try {
            send(connections.open(login), login, limits, done);
        } catch (LibraryException e) {
            LOG.debugf(e, "Stars could not be sent to library %d", login.libraryId());
            logins.note(login.id(), e.sentence());
        }
        tastes.apply(login, importId, done);
    }

    private void send(LibraryServer server, LibraryLogin login, Limits limits, List<Change> done) {
        Set<Integer> loved = loved(login.userId());
        Set<Integer> sent = new HashSet<>();
        Set<Integer> wanted = new HashSet<>(loved);
        for (Brought before : tastes.broughtBy(login.id())) {
            if (before.kind() == Kind.SENT) {
                sent.add(before.songId());
            }
            if (before.kind() == Kind.SENT || before.kind() == Kind.STAR) {
                wanted.remove(before.songId());
            }
        }
        for (Map.Entry<Integer, String> file : files(login, wanted, limits.most())) {
            if (!limits.except().isStarred(server, file)) {
                server.star(file.getValue(), true);
                done.add(new Change(file.getKey(), Kind.SENT, 1.0));
            }
        }
        sent.removeAll(loved);
        for (Map.Entry<Integer, String> file : files(login, sent, limits.most())) {
            server.star(file.getValue(), false);
            done.add(new Change(file.getKey(), Kind.SENT, null));
        }
    }

    private List<Map.Entry<Integer, String>> files(LibraryLogin login, Set<Integer> songIds, int most) {
        return songs.externalIds(login, songIds).entrySet().stream().limit(most).toList();
    }

    private Set<Integer> loved(int userId) {
        Set<Integer> loved = new HashSet<>();
        feedback.of(userId, Instant.now()).stream()
                .map(said -> said.feedback())
                .filter(said -> said.subject() == Subject.SONG && said.verdict() == Verdict.LOVE)
                .forEach(said -> loved.add(said.key()));
        return loved;
    }
}
