package org.segue.catalog;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import org.segue.storage.Database;

/** Adds to artists what MusicBrainz calls them. Its methods block, and wait for the disk. */
@Singleton
public class ArtistMbidRepository {

    private final Database database;

    ArtistMbidRepository(Database database) {
        this.database = database;
    }

    /** Adds ids at MusicBrainz, by name, to the artists of these names that have none; names of nobody are passed over. */
    public void learn(Map<String, String> mbids) {
        database.writeEach(List.copyOf(mbids.entrySet()), (connection, turn) -> {
            try (PreparedStatement learn =
                    connection.prepareStatement("UPDATE artist SET mbid = ? WHERE name_key = ? AND mbid IS NULL")) {
                while (turn.hasNext()) {
                    Map.Entry<String, String> one = turn.next();
                    bind(learn, one.getValue(), RecordingKey.artist(one.getKey()))
                            .executeUpdate();
                }
            }
        });
    }
}
