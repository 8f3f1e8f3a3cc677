package org.segue.web.feedback;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages for feedback on songs and artists: love, dislike, ban. */
@MessageBundle(value = "feedback", locale = "en")
interface FeedbackMessages {

    @Message("What do you say?")
    String question();

    @Message("Love")
    String love();

    @Message("Dislike")
    String dislike();

    @Message("Never again")
    String ban();

    @Message("Loved: {name}")
    String loved(String name);

    @Message("Disliked: {name}")
    String disliked(String name);

    @Message("{what} ({who})")
    String saidBy(String what, String who);

    @Message("Verdicts")
    String all();
}
