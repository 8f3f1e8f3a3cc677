package org.segue.interactions;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.segue.catalog.SongListeners;
import org.segue.storage.Statements;

/**
 * Counts the users of songs in the database, inside a read of the caller's: reads all rows in the order in which they are stored,
 * user by user, so that nothing has to be sorted. For one thread; 16 bytes a song.
 */
final class ListenerCountRepository {

    private static final String IN_FORCE =
            "(import_id <= 0 OR import_id IN (SELECT id FROM import WHERE status = 'completed'))";

    /** Keys are positive. */
    private static final int SONG_BITS = 31;

    /** A value that is read costs as much as the row: both keys are one. */
    private static final String KEYS = "SELECT user_id, user_id << " + SONG_BITS + " | song_id FROM ";

    private static final String ROWS = KEYS + "listen WHERE skipped = 0 AND " + IN_FORCE + " UNION ALL " + KEYS
            + "play_count WHERE " + IN_FORCE + " ORDER BY 1";

    /** By song: the one that its rows count for, 0 for a song that is not there. */
    private final int[] stays;

    private final int[] stored;
    private final int[] counted;
    private final int[] lastUser;

    private ListenerCountRepository(int songs) {
        stays = new int[songs];
        stored = new int[songs];
        counted = new int[songs];
        lastUser = new int[songs];
    }

    /** The songs whose number of users is another than the one that is stored with them. Reads all interactions. */
    static List<SongListeners> changed(Connection connection) throws SQLException {
        int songs = Statements.selectInt(connection, "SELECT max(id) FROM song") + 1;
        ListenerCountRepository counts = new ListenerCountRepository(songs);
        Statements.queryEach(connection, "SELECT id, merged_into, listeners FROM song", counts::note);
        Statements.queryEach(connection, ROWS, counts::count);
        return counts.changed();
    }

    private void note(ResultSet song) throws SQLException {
        int id = song.getInt(1);
        int mergedInto = song.getInt(2);
        stays[id] = mergedInto == 0 ? id : mergedInto;
        stored[id] = song.getInt(3);
    }

    private void count(ResultSet row) throws SQLException {
        long keys = row.getLong(2);
        int user = (int) (keys >>> SONG_BITS);
        int key = (int) keys & Integer.MAX_VALUE;
        int song = key < stays.length ? stays[key] : 0;
        if (song != 0 && lastUser[song] != user) {
            lastUser[song] = user;
            counted[song]++;
        }
    }

    private List<SongListeners> changed() {
        List<SongListeners> changed = new ArrayList<>();
        for (int song = 0; song < counted.length; song++) {
            if (counted[song] != stored[song]) {
                changed.add(new SongListeners(song, counted[song]));
            }
        }
        return changed;
    }
}
