package org.segue.web.feedback;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link FeedbackMessages} in German. */
@Localized("de")
interface FeedbackGermanMessages extends FeedbackMessages {

    @Override
    @Message("Feedback geben")
    String question();

    @Override
    @Message("Mag ich")
    String love();

    @Override
    @Message("Mag ich nicht")
    String dislike();

    @Override
    @Message("Nie wieder")
    String ban();

    @Override
    @Message("Gemocht: {name}")
    String loved(String name);

    @Override
    @Message("Nicht gemocht: {name}")
    String disliked(String name);

    @Override
    @Message("{what}, für {who}")
    String saidBy(String what, String who);

    @Override
    @Message("Alles Feedback")
    String all();

    @Override
    @Message("Melde dich an, um Feedback zu geben.")
    String signInFirst();

    @Override
    @Message("Feedback entfernt: {name}")
    String removed(String name);
}
