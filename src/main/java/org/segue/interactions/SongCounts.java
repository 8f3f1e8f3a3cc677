package org.segue.interactions;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.segue.catalog.PopularSongRepository;
import org.segue.catalog.SongListeners;
import org.segue.catalog.SongRepository;
import org.segue.storage.Database;

/** Counts the users of each song anew and notes the numbers with the songs. Blocks. */
@Singleton
public class SongCounts {

    private final SongRepository songs;
    private final PopularSongRepository popular;
    private final Database database;

    SongCounts(SongRepository songs, PopularSongRepository popular, Database database) {
        this.songs = songs;
        this.popular = popular;
        this.database = database;
    }

    // A list that a kill left half written, or that there never was.
    void start(@Observes StartupEvent event) {
        database.later("The list of popular songs could not be made", popular::refresh);
    }

    /** Reads all interactions, writes the numbers that have changed, and lists the popular songs anew. */
    public void refresh() {
        List<SongListeners> changed = database.read(ListenerCountRepository::changed);
        database.writeEach(changed, songs::updateListeners);
        popular.refresh();
    }
}
