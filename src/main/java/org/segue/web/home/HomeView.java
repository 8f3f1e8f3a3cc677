package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/**
 * All that the home page shows.
 *
 * @param form what was asked
 * @param picked the songs that the question names
 * @param status how the service stands
 * @param results the answer, null if nothing was asked or it could not be answered
 * @param problem why the answer could not be worked out, through no fault of the question; null if it could
 */
@TemplateData
public record HomeView(
        HomeForm form,
        PickedSongs picked,
        HomeStatus status,
        @Nullable ResultsView results,
        @Nullable Problem problem) {

    /** What kept an answer back. */
    @TemplateData
    public enum Problem {
        /** Something that the log tells. */
        FAILED,
        /** There is too much to compute at the moment. */
        BUSY
    }
}
