package org.segue.imports.formats;

import org.jspecify.annotations.Nullable;

/**
 * Whose listens the files of an archive hold.
 *
 * @param user what the source calls the user
 * @param houseId the user's public id if Segue itself made the files, null else
 */
public record FilesOwner(String user, @Nullable String houseId) {

    /** Whether Segue itself made the files. */
    public boolean isOfHouse() {
        return houseId != null;
    }
}
