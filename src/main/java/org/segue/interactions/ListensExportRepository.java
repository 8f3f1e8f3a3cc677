package org.segue.interactions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.ModelSongRepository;
import org.segue.listens.ListensChanged;
import org.segue.storage.Statements;

/**
 * Everybody's plays as lines for a training elsewhere, in the shape of ListenBrainz' listens: a line for each play at a time, and one with {@code plays}
 * for those of a song whose times are not known. Listeners are numbers; those of the demo are left out. What is read is kept in memory as a training keeps
 * it; the lines are not.
 */
public final class ListensExportRepository {

    private final InteractionMatrix plays;
    private final Map<Integer, ExternalSong> songs;
    private final Set<Integer> madeUp;

    private ListensExportRepository(InteractionMatrix plays, Map<Integer, ExternalSong> songs, Set<Integer> madeUp) {
        this.plays = plays;
        this.songs = songs;
        this.madeUp = madeUp;
    }

    /** Reads what one connection sees. */
    public static ListensExportRepository read(Connection connection) throws SQLException {
        Map<Integer, ExternalSong> songs = new HashMap<>();
        ModelSongRepository.described(connection).forEach(one -> songs.put(one.id(), one.song()));
        Set<Integer> madeUp = new HashSet<>(Statements.query(
                connection,
                "SELECT a.user_id FROM user_alias a JOIN source s ON s.id = a.source_id WHERE s.name = ?",
                row -> row.getInt(1),
                ListensChanged.DEMO));
        return new ListensExportRepository(InteractionRepository.plays(connection), songs, madeUp);
    }

    /**
     * Gives the lines one after the other, each an object for JSON.
     *
     * @return how many there were
     */
    public long each(Consumer<Map<String, Object>> taker) {
        long lines = 0;
        for (int row = 0; row < plays.users(); row++) {
            if (!madeUp.contains(plays.userIds()[row])) {
                lines += dated(row, taker) + undated(row, taker);
            }
        }
        return lines;
    }

    private long dated(int row, Consumer<Map<String, Object>> taker) {
        if (plays.listens().isEmpty()) {
            return 0;
        }
        Listens listens = plays.listens();
        long lines = 0;
        for (int place = listens.from(row); place < listens.to(row); place++) {
            Map<String, Object> line = line(row, listens.songIndexes()[place]);
            if (line != null) {
                line.put("listened_at", listens.at(place));
                taker.accept(line);
                lines++;
            }
        }
        return lines;
    }

    // What was counted beside the plays at a time.
    private long undated(int row, Consumer<Map<String, Object>> taker) {
        int[] times = times(row);
        long lines = 0;
        for (int cell = plays.rowStart()[row]; cell < plays.rowStart()[row + 1]; cell++) {
            int song = plays.songIndexes()[cell];
            long more = Math.round((double) plays.values()[cell]) - times[cell - plays.rowStart()[row]];
            Map<String, Object> line = more < 1 ? null : line(row, song);
            if (line != null) {
                line.put("plays", more);
                taker.accept(line);
                lines++;
            }
        }
        return lines;
    }

    // Of each song of a listener, how many plays have a time.
    private int[] times(int row) {
        int from = plays.rowStart()[row];
        int to = plays.rowStart()[row + 1];
        int[] times = new int[to - from];
        if (!plays.listens().isEmpty()) {
            Listens listens = plays.listens();
            for (int place = listens.from(row); place < listens.to(row); place++) {
                int cell = Arrays.binarySearch(plays.songIndexes(), from, to, listens.songIndexes()[place]);
                if (cell >= 0) {
                    times[cell - from]++;
                }
            }
        }
        return times;
    }

    private @Nullable Map<String, Object> line(int row, int songIndex) {
        ExternalSong song = songs.get(plays.songIds()[songIndex]);
        if (song == null) {
            return null;
        }
        Map<String, Object> track = new LinkedHashMap<>();
        track.put("artist_name", song.artist());
        track.put("track_name", song.title());
        if (song.album() != null) {
            track.put("release_name", song.album());
        }
        if (song.mbid() != null) {
            track.put("additional_info", Map.of("recording_mbid", song.mbid()));
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("user_id", plays.userIds()[row]);
        line.put("track_metadata", track);
        return line;
    }
}
