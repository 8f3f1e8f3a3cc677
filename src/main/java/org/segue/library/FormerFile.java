package org.segue.library;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.library.LibrarySong.MatchedBy;
import org.segue.library.StagedLibraryRepository.StagedSong;

/**
 * A song of a library as the sync before saw it.
 *
 * @param songId the song here
 * @param by how it was matched
 * @param song what identifies it
 * @param albumId the server's id of the album, null if it does not say
 * @param path as the server says, null if it does not
 * @param isOwn whether the library alone has brought the song
 */
record FormerFile(
        int songId,
        MatchedBy by,
        ExternalSong song,
        @Nullable String albumId,
        @Nullable String path,
        boolean isOwn) {

    /**
     * Whether the match still holds: it is described alike, nobody has said anything else since, and a song that was made for it
     * has not become known otherwise.
     *
     * @param chosen key of the song that somebody has said it is, 0 if nobody has
     */
    boolean isMatchedAs(StagedSong staged, int chosen) {
        boolean isChosen = chosen == 0 ? by != MatchedBy.HAND : by == MatchedBy.HAND && chosen == songId;
        return isChosen && (by != MatchedBy.NEW || isOwn) && song.equals(staged.song());
    }

    /** Whether what does not identify it is as it was too. */
    boolean isDescribedAs(StagedSong staged) {
        return Objects.equals(albumId, staged.albumId()) && Objects.equals(path, staged.path());
    }
}
