package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.segue.storage.Statements;

/**
 * Tells which song a recording is, and by what, without making any: statements prepared once for many recordings. Looks where
 * {@link SongRepository#resolve} looks, in the same order. For one thread, inside a read or write of the caller's.
 */
public final class SongMatchRepository implements AutoCloseable {

    private final PreparedStatement named;
    private final PreparedStatement staying;
    private final SameKeySongsRepository spelt;

    /** Prepares for many recordings. */
    public SongMatchRepository(Connection connection) throws SQLException {
        named = connection.prepareStatement("SELECT l.song_id FROM song_alias l JOIN source o ON o.id = l.source_id"
                + " WHERE o.name = ? AND l.external_id = ?");
        staying = connection.prepareStatement("SELECT COALESCE(merged_into, id) FROM song WHERE id = ?");
        spelt = new SameKeySongsRepository(connection);
    }

    /**
     * A song that a recording is.
     *
     * @param songId its key
     * @param by what told so
     */
    public record Found(int songId, By by) {}

    /** What tells which song a recording is. */
    public enum By {
        /** Its id at MusicBrainz. */
        MBID,
        /** Its ISRC. */
        ISRC,
        /** Its artist and title. */
        KEY
    }

    /** The song that a recording is, nothing if there is none yet. */
    public Optional<Found> find(ExternalSong recording) throws SQLException {
        int byMbid = recording.mbid() == null ? 0 : aliased("musicbrainz", recording.mbid());
        if (byMbid != 0) {
            return Optional.of(new Found(byMbid, By.MBID));
        }
        int byIsrc = recording.isrc() == null ? 0 : aliased("isrc", recording.isrc());
        if (byIsrc != 0) {
            return Optional.of(new Found(byIsrc, By.ISRC));
        }
        int byKey = recording.isNamed() ? ofKey(recording) : 0;
        return byKey == 0 ? Optional.empty() : Optional.of(new Found(byKey, By.KEY));
    }

    private int ofKey(ExternalSong recording) throws SQLException {
        String key = String.valueOf(recording.recordingKey());
        int found = spelt.find(key, recording);
        int further = found != 0 ? found : spelt.unlessOther(firstInt(bind(named, "text", key)), recording);
        return further == 0 ? 0 : firstInt(bind(staying, further));
    }

    private int aliased(String register, String id) throws SQLException {
        int found = firstInt(bind(named, register, id));
        return found == 0 ? 0 : firstInt(bind(staying, found));
    }

    @Override
    public void close() throws SQLException {
        spelt.close();
        Statements.close(named, staying);
    }
}
