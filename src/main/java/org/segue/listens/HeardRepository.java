package org.segue.listens;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.function.Consumer;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.UserRepository;

/** Writes what players report: finds the songs, or makes them, and adds the listens. Inside writes of the caller's. */
@Singleton
class HeardRepository {

    /** Import 0 is what players sent. Nothing happens if a player has sent it before. */
    private static final String ADD =
            "INSERT OR IGNORE INTO listen (user_id, listened_at, song_id, import_id) VALUES (?, ?, ?, 0)";

    private final RecordingRepository recordings;
    private final UserRepository users;

    HeardRepository(RecordingRepository recordings, UserRepository users) {
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
        try (RecordingRepository.Resolving songs = recordings.resolving(connection, made);
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            while (heard.hasNext()) {
                Heard one = heard.next();
                int songId = songs.key(one.recording());
                bind(insert, listener, one.listenedAt(), songId).executeUpdate();
            }
        }
        return true;
    }
}
