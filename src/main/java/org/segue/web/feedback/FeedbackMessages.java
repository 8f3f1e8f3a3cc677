package org.segue.web.feedback;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages for feedback on songs and artists: love, dislike, ban. */
@MessageBundle(value = "feedback", locale = "en")
interface FeedbackMessages {

    @Message("Give feedback")
    String question();

    @Message("Love")
    String love();

    @Message("Dislike")
    String dislike();

    @Message("Don’t recommend")
    String ban();

    @Message("Loved: {name}")
    String loved(String name);

    @Message("Disliked: {name}")
    String disliked(String name);

    @Message("{what} for {who}")
    String saidBy(String what, String who);

    @Message("All feedback")
    String all();

    @Message("Sign in to give feedback.")
    String signInFirst();

    @Message("Feedback removed: {name}")
    String removed(String name);
}
