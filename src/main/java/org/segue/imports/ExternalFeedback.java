package org.segue.imports;

import org.jspecify.annotations.Nullable;
import org.segue.feedback.Verdict;

/**
 * A verdict as ListenBrainz tells it. At least one of the two ids is given.
 *
 * @param user what the source calls the user
 * @param mbid MusicBrainz recording id of the song, null if unknown
 * @param msid what ListenBrainz calls the text of artist and title, null if unknown
 * @param verdict love or dislike
 * @param judgedAt epoch seconds
 */
public record ExternalFeedback(
        String user, @Nullable String mbid, @Nullable String msid, Verdict verdict, long judgedAt) {}
