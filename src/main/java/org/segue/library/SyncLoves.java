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
 * when the love is gone.
 */
@Singleton
class SyncLoves {

    private static final Logger LOG = Logger.getLogger(SyncLoves.class);

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

    /** Sends what is to be sent; a server that refuses is noted with the login, and asked again at the next sync. */
    void send(Target target, LibraryLogin login, Taste taste) {
        if (!login.taste().lovesOut()) {
            return;
        }
        List<Change> done = new ArrayList<>();
        try {
            send(connections.open(login), target, login, taste, done);
        } catch (LibraryException e) {
            LOG.debugf(e, "Stars could not be sent to library %d", target.libraryId());
            logins.note(login.id(), String.valueOf(e.getMessage()));
        }
        tastes.apply(login, target.keys().importId(), done);
    }

    private void send(LibraryServer server, Target target, LibraryLogin login, Taste taste, List<Change> done) {
        Set<Integer> loved = loved(login.userId());
        Set<Integer> sent = new HashSet<>();
        for (Brought before : tastes.broughtBy(login.id())) {
            if (before.kind() == Kind.SENT) {
                sent.add(before.songId());
            }
        }
        Set<Integer> wanted = new HashSet<>(loved);
        wanted.removeIf(song -> taste.isStarred(song) || sent.contains(song));
        for (Map.Entry<Integer, String> file :
                songs.externalIds(target.libraryId(), wanted).entrySet()) {
            server.star(file.getValue(), true);
            done.add(new Change(file.getKey(), Kind.SENT, 1.0));
        }
        sent.removeAll(loved);
        for (Map.Entry<Integer, String> file :
                songs.externalIds(target.libraryId(), sent).entrySet()) {
            server.star(file.getValue(), false);
            done.add(new Change(file.getKey(), Kind.SENT, null));
        }
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
