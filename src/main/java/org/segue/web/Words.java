package org.segue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word that the pages say. Numbers arrive formatted where they may be large. */
@MessageBundle(value = "words", locale = "en")
public interface Words {

    @Message("Segue")
    String product();

    @Message("Skip to the songs")
    String skip();

    @Message("What should play next?")
    String question();

    @Message("Name a listener. Segue ranks the songs they have not heard, learned from everything that is played here.")
    String lead();

    @Message("Listener")
    String userLabel();

    @Message("Songs")
    String countLabel();

    @Message("Recommend")
    String ask();

    @Message("For example")
    String examples();

    @Message("Type the name of a listener.")
    String userEmpty();

    @Message("A name has at most {most} characters.")
    String userTooLong(int most);

    @Message("A whole number from {least} to {most}.")
    String countOutOfRange(int least, int most);

    @Message("Matching listeners")
    String suggestions();

    @Message("No listener matches yet.")
    String suggestionsNone();

    @Message("1 listener matches. Use the arrow keys to choose.")
    String suggestionsOne();

    @Message("# listeners match. Use the arrow keys to choose.")
    String suggestionsMany();

    @Message("Listening to what fits …")
    String busy();

    @Message("{#if count == 1}1 song{#else}{count} songs{/if} for {user}")
    String heading(int count, String user);

    @Message("Nothing for {user}")
    String headingNothing(String user);

    @Message("No song is left to recommend: everything known here has been heard already.")
    String nothing();

    @Message("There are no songs to recommend yet.")
    String nothingYet();

    @Message("From a model trained {age} on {interactions} interactions.")
    String trained(String age, String interactions);

    @Message("From the trained model.")
    String trainedEarlier();

    @Message("Ranked from listens newer than the model.")
    String foldedIn();

    @Message("Most played here.")
    String popular();

    @Message("Most played here: nothing is known of this listener yet.")
    String popularUnknownUser();

    @Message("Most played here: no model has been trained yet.")
    String popularNoModel();

    @Message("Because you play")
    String because();

    @Message("by")
    String by();

    @Message("and")
    String and();

    @Message("Score")
    String score();

    @Message("Unknown artist")
    String unknownArtist();

    @Message("Bars compare scores within this list.")
    String legend();

    @Message("Nothing to listen to yet")
    String emptyTitle();

    @Message("Segue knows no songs. As soon as listens are imported, recommendations appear here.")
    String empty();

    @Message("Getting ready")
    String preparing();

    @Message("Working in the background")
    String working();

    @Message("Songs can be asked for as soon as this is done.")
    String preparingHint();

    @Message("Until this is done, answers come from what is known already.")
    String workingHint();

    @Message("Look again")
    String lookAgain();

    @Message("Ready.")
    String ready();

    @Message("No answer just now")
    String failedTitle();

    @Message("Segue could not work this out. Try again; if it stays so, the reason is in the service's log.")
    String failed();

    @Message("{users} listeners")
    String users(String users);

    @Message("{songs} songs")
    String songs(String songs);

    @Message("{interactions} interactions")
    String interactions(String interactions);

    @Message("model trained {age}")
    String modelAge(String age);

    @Message("model trained {age}, {interactions} interactions since")
    String modelAgeAndNews(String age, String interactions);

    @Message("no model yet")
    String noModel();

    @Message("API")
    String api();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("Signed in:")
    String signedInAs();

    @Message("administrator")
    String administrator();

    @Message("With the administrator's token, or with one that the administrator made for you.")
    String signInLead();

    @Message("Token")
    String tokenLabel();

    @Message("This token is wrong.")
    String tokenWrong();

    @Message("Too many wrong tokens came from here. Wait for a minute.")
    String tokenTooMany();

    @Message("You may ask for your own songs alone.")
    String notYours();

    @Message("a moment ago")
    String momentAgo();

    @Message("{#if count == 1}1 minute{#else}{count} minutes{/if} ago")
    String minutesAgo(long count);

    @Message("{#if count == 1}1 hour{#else}{count} hours{/if} ago")
    String hoursAgo(long count);

    @Message("{#if count == 1}1 day{#else}{count} days{/if} ago")
    String daysAgo(long count);
}
