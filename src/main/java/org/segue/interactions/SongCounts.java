package org.segue.interactions;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.segue.catalog.SongListeners;
import org.segue.catalog.SongRepository;
import org.segue.catalog.SongStats;
import org.segue.listens.Measure;
import org.segue.storage.Database;

/** Counts the users of each song anew and notes the numbers with the songs. Blocks. */
@Singleton
public class SongCounts {

    private final InteractionRepository interactions;
    private final SongRepository songs;
    private final Database database;

    SongCounts(InteractionRepository interactions, SongRepository songs, Database database) {
        this.interactions = interactions;
        this.songs = songs;
        this.database = database;
    }

    // A list that a kill left half written, or that there never was.
    void start(@Observes StartupEvent event) {
        database.workers().execute(songs::refreshPopular);
    }

    /** Reads all interactions, writes the numbers that have changed, and lists the popular songs anew. */
    public void refresh() {
        int[] now = count(interactions.matrix(Measure.PLAYS));
        SongStats before = songs.table();
        List<SongListeners> changed = new ArrayList<>();
        int keys = Math.max(now.length, before.size());
        for (int songId = 0; songId < keys; songId++) {
            int listeners = songId < now.length ? now[songId] : 0;
            if (before.listeners(songId) != listeners) {
                changed.add(new SongListeners(songId, listeners));
            }
        }
        database.writeEach(changed, songs::updateListeners);
        songs.refreshPopular();
    }

    private static int[] count(InteractionMatrix matrix) {
        int[] songIds = matrix.songIds();
        int[] listeners = new int[songIds.length == 0 ? 0 : songIds[songIds.length - 1] + 1];
        for (int songIndex : matrix.songIndexes()) {
            listeners[songIds[songIndex]]++;
        }
        return listeners;
    }
}
