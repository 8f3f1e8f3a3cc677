package org.segue.imports.staging;

import org.jspecify.annotations.Nullable;
import org.segue.feedback.Verdict;

/**
 * Feedback as files tell it.
 *
 * @param userId database key
 * @param songId database key, 0 if no file names the song, and for artists
 * @param mbid MusicBrainz recording id, null if unknown
 * @param artist name of the artist whom it is about, null for songs
 * @param until when a ban ends, epoch seconds, null for never
 */
public record StagedFeedback(
        int userId,
        int songId,
        @Nullable String mbid,
        @Nullable String artist,
        Verdict verdict,
        long judgedAt,
        @Nullable Long until) {}
