package org.segue.web.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the search page. */
@MessageBundle(value = "search", locale = "en")
interface SearchMessages {

    @Message("Search listeners, artists, and songs")
    String title();

    @Message("Type the beginning of any word. Case and accents are ignored.")
    String lead();

    @Message("Listeners")
    String people();

    @Message("Artists")
    String artists();

    @Message("No results for “{typed}”.")
    String nothing(String typed);

    @Message("Search for {most} characters or fewer.")
    String tooLong(int most);

    @Message("Did you mean")
    String similar();

    @Message("Import your listening history")
    String importInstead();

    @Message("Next page")
    String next();

    @Message("Previous page")
    String previous();

    @Message("Page {number}")
    String page(int number);

    @Message("Matches")
    String suggestions();

    @Message("song")
    String song();

    @Message("artist")
    String artist();

    @Message("listener")
    String listener();
}
