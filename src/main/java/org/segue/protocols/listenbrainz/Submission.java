package org.segue.protocols.listenbrainz;

import java.util.List;
import org.segue.listens.ReportedListen;

/**
 * What a player submits.
 *
 * @param type what it is
 * @param listens at least one; exactly one unless it is an import
 * @param durationSeconds how long the first of them lasts, 0 if it is not said
 */
record Submission(ListenType type, List<ReportedListen> listens, long durationSeconds) {

    /** What a submission is. */
    enum ListenType {
        /** Somebody has just listened. */
        SINGLE,
        /** Somebody has listened before. */
        IMPORT,
        /** Somebody has begun to listen, which counts for nothing yet. */
        PLAYING_NOW
    }
}
