package org.segue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the rows that songs have on several pages. */
@MessageBundle(value = "row", locale = "en")
public interface RowMessages {

    @Message("More like this")
    String similar();

    @Message("More")
    String more();

    @Message("Song page")
    String songPage();

    @Message("Artist page")
    String artistPage();

    @Message("{what} (sign in first)")
    String signInFirst(String what);

    @Message("Strength {steps} of 5")
    String strength(int steps);

    @Message("Undone: {title}")
    String undone(String title);

    @Message("Give feedback as")
    String giveAs();
}
