package org.segue.web.feedback;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/**
 * The form for feedback.
 *
 * @param allowed whether the reader may give feedback
 * @param own public id of the reader, empty for those who have to say whose feedback it is
 * @param user as it was typed
 * @param said what is said now
 * @param given the feedback that was just saved, null if there is none
 * @param problem what is wrong, empty if nothing is
 */
@TemplateData
public record FeedbackView(
        boolean allowed,
        String own,
        String user,
        Said said,
        @Nullable Given given,
        String problem) {

    /**
     * What a listener says now.
     *
     * @param by public id of the listener
     * @param verdict love, dislike or ban; empty for none
     */
    @TemplateData
    public record Said(String by, String verdict) {

        static final Said NOTHING = new Said("", "");
    }

    /**
     * Feedback that was just saved.
     *
     * @param verdict love, dislike or ban; empty if it was removed
     * @param name of the song or artist
     * @param user public id of the user whose feedback it is
     * @param userName name of that user
     */
    @TemplateData
    public record Given(String verdict, String name, String user, String userName) {}
}
