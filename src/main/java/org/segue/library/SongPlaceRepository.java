package org.segue.library;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** What servers and services call songs, for those who want to go there. Blocks. */
@Singleton
class SongPlaceRepository {

    private static final String COLUMNS =
            "b.kind, b.name, COALESCE(b.web_url, b.url), json_extract(b.facts, '$.software'),"
                    + " l.external_id, l.album_id";

    // A login that sees a part has rows of what it sees.
    private static final String SEEN = " JOIN library b ON b.id = l.library_id WHERE %s ORDER BY w.key, b.id, %s, "
            + FileChoiceRepository.STUDIO_FIRST
            + ", l.song_id <> w.key, l.external_id";

    private static final String OF_USERS =
            "EXISTS (SELECT 1 FROM library_login a JOIN user u ON u.id = a.user_id WHERE a.library_id = l.library_id"
                    + " AND COALESCE(u.merged_into, u.id) IN (%s) AND (a.partial = 0 OR EXISTS (SELECT 1"
                    + " FROM library_login_song v WHERE v.login_id = a.id AND v.external_id = l.external_id)))";

    private static final Pattern TRACK = Pattern.compile("spotify:track:([A-Za-z0-9]{22})");

    private final Database database;

    SongPlaceRepository(Database database) {
        this.database = database;
    }

    /**
     * A song of a library.
     *
     * @param kind of the library, as a word
     * @param library what the household calls it
     * @param webUrl where browsers reach it
     * @param software what the server calls itself, null if it does not say
     * @param externalId what the server calls the song
     * @param albumId what it calls its album, null if it does not say
     */
    record Held(
            String kind,
            String library,
            String webUrl,
            @Nullable String software,
            String externalId,
            @Nullable String albumId) {

        private static Held of(ResultSet row) throws SQLException {
            return new Held(
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7));
        }
    }

    /**
     * What libraries have of songs, by key; the song itself before copies of it.
     *
     * @param userIds whose libraries; if there are none, all
     */
    Map<Integer, List<Held>> of(Collection<Integer> songIds, Collection<Integer> userIds) {
        String wanted = songIds.stream().map(key -> "(" + key + ")").collect(Collectors.joining(","));
        String whose = userIds.isEmpty() ? "1" : OF_USERS.formatted(joined(userIds));
        Map<Integer, List<Held>> found = new HashMap<>();
        return database.read(connection -> {
            Statements.queryEach(
                    connection,
                    SameRecording.SQL.formatted(wanted, COLUMNS) + SEEN.formatted(whose, starred(userIds)),
                    row -> found.computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                            .add(Held.of(row)));
            return found;
        });
    }

    private static String starred(Collection<Integer> userIds) {
        return userIds.isEmpty()
                ? "b.id"
                : FileChoiceRepository.STARRED_FIRST.formatted("g.user_id IN (" + joined(userIds) + ")");
    }

    /** Ids of tracks at Spotify, as imports have brought them, by the keys of songs. */
    Map<Integer, String> spotifyTracks(Collection<Integer> songIds) {
        Map<Integer, String> found = new HashMap<>();
        return database.read(connection -> {
            Statements.queryEach(
                    connection,
                    "SELECT song_id, min(external_id) FROM song_alias WHERE song_id IN (" + joined(songIds)
                            + ") AND external_id LIKE 'spotify:track:%' GROUP BY song_id",
                    row -> note(row.getInt(1), row.getString(2), found));
            return found;
        });
    }

    private static void note(int songId, String address, Map<Integer, String> found) {
        Matcher track = TRACK.matcher(address);
        if (track.matches()) {
            found.put(songId, track.group(1));
        }
    }

    private static String joined(Collection<Integer> keys) {
        return keys.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
