package org.segue.listens;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.UserRepository;

/** Writes what players report: finds the songs, or makes them, and adds the listens. Inside writes of the caller's. */
@Singleton
class HeardRepository {

    /** The import that what players send counts as. */
    private static final int FROM_PLAYERS = 0;

    private final RecordingRepository recordings;
    private final UserRepository users;
    private final ListenRepository listens;

    HeardRepository(RecordingRepository recordings, UserRepository users, ListenRepository listens) {
        this.recordings = recordings;
        this.users = users;
        this.listens = listens;
    }

    /**
     * Adds what is not there yet.
     *
     * @param made takes the public ids of songs that were made
     * @return always true
     * @throws UnknownListenerException if the user is gone
     */
    boolean add(Connection connection, int userId, Iterator<ReportedListen> heard, Consumer<String> made)
            throws SQLException {
        int listener = users.present(connection, userId);
        if (listener == 0) {
            throw new UnknownListenerException();
        }
        List<Listen> told = new ArrayList<>();
        try (RecordingRepository.Resolving songs = recordings.resolving(connection, made)) {
            while (heard.hasNext()) {
                ReportedListen one = heard.next();
                told.add(new Listen(listener, one.listenedAt(), songs.key(one.recording())));
            }
        }
        listens.add(connection, FROM_PLAYERS, told.iterator(), new Added());
        return true;
    }
}
