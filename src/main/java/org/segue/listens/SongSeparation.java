package org.segue.listens;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.SongMergeRepository;

/** Tells songs apart that were joined because their artist and title are alike, and lets everybody know. */
@Singleton
public class SongSeparation {

    private final SongMergeRepository merges;
    private final MergedListenRepository joined;
    private final Event<CatalogChanged> catalogChanged;
    private final Event<ListensChanged> listensChanged;

    SongSeparation(
            SongMergeRepository merges,
            MergedListenRepository joined,
            Event<CatalogChanged> catalogChanged,
            Event<ListensChanged> listensChanged) {
        this.merges = merges;
        this.joined = joined;
        this.catalogChanged = catalogChanged;
        this.listensChanged = listensChanged;
    }

    /**
     * Makes a song of its own of one that was joined to another; of two that are listed it says that they are two. Blocks.
     *
     * @param publicId its own public id
     * @return whether there is such a pair
     */
    public boolean separate(String publicId) {
        Optional<int[]> pair = merges.separate(publicId);
        if (pair.isPresent()) {
            joined.settle();
            catalogChanged.fire(new CatalogChanged(true));
            listensChanged.fire(new ListensChanged(RecordingRepository.SOURCE));
        }
        return pair.isPresent();
    }
}
