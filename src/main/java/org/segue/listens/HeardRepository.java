package org.segue.listens;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.function.Consumer;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Source;
import org.segue.catalog.UserRepository;

/** Writes what players report: finds the songs, or makes them, and adds the listens. Inside writes of the caller's. */
@Singleton
class HeardRepository {

    private final ListenRepository listens;
    private final RecordingRepository recordings;
    private final UserRepository users;

    HeardRepository(ListenRepository listens, RecordingRepository recordings, UserRepository users) {
        this.listens = listens;
        this.recordings = recordings;
        this.users = users;
    }

    /**
     * Adds what is not there yet.
     *
     * @param made takes the public ids of songs that were made
     * @return always true
     * @throws UnknownListenerException if the user is gone
     */
    boolean add(Connection connection, int userId, Iterator<Heard> heard, Consumer<String> made) throws SQLException {
        int listener = users.present(connection, userId);
        if (listener == 0) {
            throw new UnknownListenerException();
        }
        Source source = recordings.source(connection);
        while (heard.hasNext()) {
            Heard one = heard.next();
            int songId = recordings.resolve(connection, source, one.recording(), made);
            listens.addSent(connection, new Listen(listener, one.listenedAt(), songId));
        }
        return true;
    }
}
