package org.segue.catalog;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Statements;

/** Keeps what Spotify calls songs as aliases of them, many at once; what is kept first stays. Inside a write of the caller's. */
public final class SpotifyTrackRepository implements AutoCloseable {

    /** The source of Spotify's names. */
    private static final String SPOTIFY = "spotify";

    private static final String URI = "spotify:track:";

    private static final String ID = "([A-Za-z0-9]{22})";

    private static final Pattern TOLD = Pattern.compile(
            "(?:spotify:track:|https?://open\\.spotify\\.com/(?:intl-[A-Za-z-]{2,8}/)?track/)?" + ID + "(?:[?#].*)?");

    private static final Pattern IN_INFO =
            Pattern.compile("\"spotify_id\"\\s*:\\s*\"(?:https?://open\\.spotify\\.com/track/)?" + ID + "[\"?#]");

    private final int sourceId;
    private final PreparedStatement insert;

    /** Prepares for many. */
    public SpotifyTrackRepository(Connection connection) throws SQLException {
        sourceId = new SourceRepository().resolve(connection, SPOTIFY).id();
        insert = connection.prepareStatement(
                "INSERT INTO song_alias (source_id, external_id, song_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    }

    /**
     * The URI of a track, such as {@code spotify:track:4uLU6hMCjMI75M1A2tKUQC}.
     *
     * @param told a URI, an address or an id; null if nothing is told
     * @return null if it is none of a track
     */
    public static @Nullable String uri(@Nullable String told) {
        Matcher matcher = TOLD.matcher(told == null ? "" : told.strip());
        return matcher.matches() ? URI + matcher.group(1) : null;
    }

    /**
     * The same of what was told of a play.
     *
     * @param info as {@code additional_info} is kept, null if nothing was told
     */
    public static @Nullable String uriInInfo(@Nullable String info) {
        if (info == null || !info.contains("spotify_id")) {
            return null;
        }
        Matcher matcher = IN_INFO.matcher(info);
        return matcher.find() ? URI + matcher.group(1) : null;
    }

    /** Keeps one. */
    public void keep(String uri, int songKey) throws SQLException {
        bind(insert, sourceId, uri, songKey).executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        Statements.close(insert);
    }
}
