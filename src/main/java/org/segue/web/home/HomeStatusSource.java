package org.segue.web.home;

import io.smallrye.mutiny.Uni;
import org.segue.web.Words;

/** Knows how the service stands. */
public interface HomeStatusSource {

    /**
     * How the service stands now. Asked at every page and every few seconds by pages that wait for a job, so it should
     * be cheap; it may be some seconds old. Must not block the caller.
     *
     * @param words in which to say what is worked on
     */
    Uni<HomeStatus> current(Words words);
}
