package org.segue.listens;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.UserRepository;
import org.segue.storage.Database;

/** Writes what players report: finds the songs, or makes them, and adds the listens. Inside writes of the caller's. */
@Singleton
class HeardRepository {

    private final Database database;
    private final RecordingRepository recordings;
    private final UserRepository users;
    private final ClientRepository clients;
    private final ListenRepository listens;

    HeardRepository(
            Database database,
            RecordingRepository recordings,
            UserRepository users,
            ClientRepository clients,
            ListenRepository listens) {
        this.database = database;
        this.recordings = recordings;
        this.users = users;
        this.clients = clients;
        this.listens = listens;
    }

    /**
     * Adds what is not there yet.
     *
     * @param news is told what else it comes to
     * @return what it changed; nothing if that is not sure
     * @throws UnknownListenerException if the user is gone
     */
    Optional<PlaysChange> add(Connection connection, int userId, Iterator<ReportedListen> heard, HeardNews news)
            throws SQLException {
        int listener = users.present(connection, userId);
        if (listener == 0) {
            throw new UnknownListenerException();
        }
        news.heardBy(listener);
        Map<String, List<Listen>> told = new LinkedHashMap<>();
        List<ToldWords> words = new ArrayList<>();
        try (RecordingRepository.Resolving songs = recordings.resolving(connection, news::made);
                CreditRepository.Learning credits = new CreditRepository.Learning(connection)) {
            while (heard.hasNext()) {
                ReportedListen one = heard.next();
                if (one.words() != null) {
                    words.add(one.words());
                }
                told.computeIfAbsent(one.client(), client -> new ArrayList<>())
                        .add(new Listen(
                                listener,
                                one.listenedAt(),
                                songs.key(one.recording()),
                                false,
                                0,
                                one.recording().isByNameAlone(),
                                one.words() == null ? 0 : words.size()));
                if (one.recording().artist() != null) {
                    credits.learn(one.recording().artist(), one.credit());
                }
            }
            if (songs.isAnyJoined()) {
                news.joined();
            }
        }
        PlaysAroundRepository plays = new PlaysAroundRepository(database, connection, listener, times(told));
        for (Map.Entry<String, List<Listen>> ofClient : told.entrySet()) {
            int client = clients.number(connection, ofClient.getKey());
            listens.add(
                    connection, client, ofClient.getValue().iterator(), number -> words.get(number - 1), new Added());
        }
        return listener == userId ? plays.change() : Optional.empty();
    }

    private static List<Long> times(Map<String, List<Listen>> told) {
        return told.values().stream()
                .flatMap(List::stream)
                .map(Listen::listenedAt)
                .toList();
    }
}
