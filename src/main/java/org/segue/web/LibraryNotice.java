package org.segue.web;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.OwnedSongRepository;
import org.segue.catalog.OwnedSongsChanged;

/** Whether a page has to speak of what is owned: {@code inject:libraries} in templates. Reads memory alone. */
@Named("libraries")
@Singleton
@TemplateData
public class LibraryNotice {

    private final OwnedSongRepository songs;
    private volatile boolean known;

    LibraryNotice(OwnedSongRepository songs) {
        this.songs = songs;
    }

    /** Whether the household has told of a library. */
    public boolean isKnown() {
        return known;
    }

    void start(@Observes StartupEvent event) {
        look();
    }

    void changed(@Observes OwnedSongsChanged event) {
        look();
    }

    void changed(@Observes CatalogChanged event) {
        look();
    }

    private void look() {
        known = songs.isAnyLibrary();
    }
}
