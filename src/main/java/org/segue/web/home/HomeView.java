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
 * @param notice feedback that the page tells of, null for none
 */
@TemplateData
public record HomeView(
        HomeForm form,
        PickedSongs picked,
        HomeStatus status,
        @Nullable ResultsView results,
        @Nullable Problem problem,
        @Nullable FeedbackNotice notice) {

    /** The same with a notice. */
    HomeView with(@Nullable FeedbackNotice other) {
        return new HomeView(form, picked, status, results, problem, other);
    }

    /** Rank of the first song that a longer list would have; 0 if there is none. */
    public int nextRank() {
        int shown = results == null ? 0 : results.songs().size();
        return shown > 0 && shown < HomeForm.MAX_N && form.n().equals(String.valueOf(shown)) ? shown + 1 : 0;
    }

    /** Whether there is an answer, so that the form folds to a line. */
    public boolean isFolded() {
        return results != null;
    }

    /** What kept an answer back. */
    @TemplateData
    public enum Problem {
        /** Something that the log tells. */
        FAILED,
        /** There is too much to compute at the moment. */
        BUSY
    }
}
