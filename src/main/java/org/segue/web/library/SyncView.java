package org.segue.web.library;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;
import org.segue.web.TrainingStage;

/**
 * How a sync goes, or went.
 *
 * @param working whether it waits or is at work
 * @param percent done, 0 to 100
 * @param step what it is at, empty unless it runs
 * @param read songs that it has read
 * @param problem why it failed, empty unless it did
 * @param question what it asks before it forgets much, null unless it does
 * @param report what the last one found that was completed, null before the first
 * @param next what comes after it
 */
@TemplateData
public record SyncView(
        boolean working,
        int percent,
        String step,
        long read,
        @Nullable Sentence problem,
        @Nullable Question question,
        @Nullable Report report,
        Next next) {

    /**
     * A sync that found less than half of what was there.
     *
     * @param missing songs that it did not find
     * @param owned songs that are owned until somebody answers
     */
    @TemplateData
    public record Question(long missing, long owned) {}

    /**
     * What a sync found.
     *
     * @param songs on the server
     * @param added songs that were not there before
     * @param gone songs that are no longer there
     * @param taken stars, ratings and play counts that were taken over or taken back
     * @param problems what went wrong with some of the accounts
     */
    @TemplateData
    public record Report(long songs, long added, long gone, long taken, List<Sentence> problems) {}

    /**
     * What comes after a sync.
     *
     * @param news whether something has come or gone since the last training
     * @param training what is being trained, null if nothing is
     */
    @TemplateData
    public record Next(boolean news, @Nullable TrainingStage training) {}
}
