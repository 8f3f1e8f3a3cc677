package org.segue.imports.formats;

import org.jspecify.annotations.Nullable;
import org.segue.catalog.UserAlias;

/**
 * Whose listens the files of an archive hold.
 *
 * @param user what the files call the user
 * @param segueId the user's public id if Segue itself made the files, null else
 * @param ofSource the user of a source if Segue made the files for one whom only that source knows, null else
 */
public record FilesOwner(
        String user, @Nullable String segueId, @Nullable UserAlias ofSource) {

    /** Of files that another program made. */
    public FilesOwner(String user) {
        this(user, null, null);
    }

    /** Whether Segue itself made the files. */
    public boolean isSegues() {
        return segueId != null;
    }
}
