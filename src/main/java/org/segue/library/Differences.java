package org.segue.library;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.segue.library.StagedLibraryRepository.StagedSong;
import org.segue.storage.StorageException;

/** What a library has otherwise than it had it. For one thread. */
final class Differences {

    private int added;
    private int changed;
    private int common;

    void add(FormerFileRepository former, List<StagedSong> portion) {
        try {
            for (StagedSong song : portion) {
                add(former.find(song.id()), song, former.chosen(song.id()));
            }
        } catch (SQLException e) {
            throw new StorageException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(Optional<FormerFile> before, StagedSong song, int chosen) {
        if (before.isEmpty()) {
            added++;
            return;
        }
        common++;
        if (!before.get().isMatchedAs(song, chosen) || !before.get().isDescribedAs(song)) {
            changed++;
        }
    }

    /** Songs that it did not have before. */
    int added() {
        return added;
    }

    /** Songs that it describes otherwise, or that are matched otherwise now. */
    int changed() {
        return changed;
    }

    /** Songs that it had before and still has. */
    int common() {
        return common;
    }

    /** Whether nothing has come or changed. */
    boolean isNone() {
        return added == 0 && changed == 0;
    }
}
