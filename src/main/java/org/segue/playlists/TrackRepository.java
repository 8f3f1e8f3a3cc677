package org.segue.playlists;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.SongRepository;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** The songs of lists as they are now. Blocks. */
@Singleton
class TrackRepository {

    private static final String SELECT =
            "SELECT s.id, t.id, t.public_id, t.title, t.artist_id, a.name, a.public_id, t.album, t.mbid, t.isrc, t.duration_ms"
                    + " FROM song s JOIN song t ON t.id = COALESCE(s.merged_into, s.id)"
                    + " LEFT JOIN artist a ON a.id = t.artist_id WHERE s.id IN (%s)";

    private final Database database;

    TrackRepository(Database database) {
        this.database = database;
    }

    /** The songs of keys in their order: without those that are gone, and once each of those that were joined. */
    List<Track> of(Collection<Integer> keys) {
        Map<Integer, Track> found = read(keys);
        Map<Integer, Track> once = new LinkedHashMap<>();
        for (Integer key : keys) {
            Track track = found.get(key);
            if (track != null) {
                once.putIfAbsent(track.song().id(), track);
            }
        }
        return new ArrayList<>(once.values());
    }

    private Map<Integer, Track> read(Collection<Integer> keys) {
        String list = keys.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection -> {
            Map<Integer, Track> found = new HashMap<>();
            Statements.queryEach(connection, SELECT.formatted(list), row -> found.put(row.getInt(1), track(row)));
            return found;
        });
    }

    private static Track track(ResultSet row) throws SQLException {
        return new Track(
                SongRepository.song(row, 2), new RecordingIds(row.getString(9), row.getString(10)), duration(row));
    }

    private static @Nullable Integer duration(ResultSet row) throws SQLException {
        int millis = row.getInt(11);
        return row.wasNull() ? null : millis;
    }
}
