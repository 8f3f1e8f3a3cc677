package org.segue.listens;

import org.jspecify.annotations.Nullable;

/**
 * How often somebody has listened to a song from one album.
 *
 * @param songId database key
 * @param album as it was told with the listens, null if nothing was
 * @param releaseMbid MusicBrainz id of the album as it was told, null if it was not
 * @param releaseGroupMbid MusicBrainz id of the album in all its editions as it was told, null if it was not
 * @param listens how often
 */
public record PlayedWork(
        int songId,
        @Nullable String album,
        @Nullable String releaseMbid,
        @Nullable String releaseGroupMbid,
        int listens) {}
