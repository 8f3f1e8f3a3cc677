package org.segue.web.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the search page. */
@MessageBundle(value = "search", locale = "en")
interface SearchMessages {

    @Message("Find people, artists and songs")
    String title();

    @Message("Type how a word starts; case and accents do not count.")
    String lead();

    @Message("People")
    String people();

    @Message("Artists")
    String artists();

    @Message("Nothing here has words that start like “{typed}”.")
    String nothing(String typed);

    @Message("There are more: type more to find them.")
    String more();

    @Message("At most {most} characters can be looked for.")
    String tooLong(int most);
}
