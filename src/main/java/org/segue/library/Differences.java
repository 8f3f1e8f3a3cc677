package org.segue.library;

import java.util.Optional;
import org.segue.library.StagedLibraryRepository.StagedSong;

/** What a library has otherwise than it had it. For one thread. */
final class Differences {

    private int added;
    private int changed;
    private int common;

    /**
     * Takes one that it has.
     *
     * @param before as it had it, if it had it
     * @param chosen key of the song that somebody has said it is, 0 if nobody has
     */
    void add(Optional<FormerFile> before, StagedSong song, int chosen) {
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
