package org.segue.web;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.segue.ranking.Snapshots;

/** What is known of who plays a song: {@code inject:plays} in templates. Reads memory alone. */
@Named("plays")
@Singleton
@TemplateData
public class Plays {

    private final Snapshots snapshots;

    Plays(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Whether nobody has played a song, by its key, yet. */
    public boolean isNone(int songId) {
        return !snapshots.current().songs().isHeard(songId);
    }
}
