package org.segue.web;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.segue.ranking.Snapshots;

/** What of a page is the demo's: {@code inject:demo} in templates. Reads memory alone. */
@Named("demo")
@Singleton
@TemplateData
public class DemoNotice {

    private final Snapshots snapshots;

    DemoNotice(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Number of made-up listeners who are here, 0 without the demo. */
    public long listeners() {
        return snapshots.current().songs().demo().listeners().cardinality();
    }

    /** Whether a song, by its key, is one of the world, which knows nothing of those that are made up. */
    public boolean isReal(int songId) {
        return !isMadeUp(songId);
    }

    /** Whether a song, by its key, is made up. */
    public boolean isMadeUp(int songId) {
        return snapshots.current().songs().demo().isSong(songId);
    }
}
