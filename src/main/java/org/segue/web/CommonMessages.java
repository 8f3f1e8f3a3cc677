package org.segue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.util.List;
import org.segue.library.SongPlace;

/** Messages that several pages share. */
@MessageBundle(value = "common", locale = "en")
public interface CommonMessages {

    /** In which language this is, as HTML says it. */
    @Message("en")
    String language();

    /** The language that the switch at the foot of a page leads to, as HTML says it. */
    @Message("de")
    String otherLanguage();

    /** What that language calls itself. */
    @Message("Deutsch")
    String otherLanguageName();

    @Message("Segue")
    String product();

    @Message("Skip to the content")
    String skip();

    @Message("Pages")
    String pages();

    @Message("Find")
    String find();

    @Message("Library")
    String library();

    @Message("Map")
    String map();

    @Message("Imports")
    String imports();

    @Message("Models")
    String models();

    @Message("Tokens")
    String tokens();

    @Message("You’re looking at demo data: {format:count(listeners)} made-up listeners.")
    String demo(long listeners);

    @Message("Remove the demo data ({format:count(listeners)} made-up listeners) and train again")
    String removeDemo(long listeners);

    @Message("Use your own history")
    String useYourOwn();

    @Message("demo")
    String demoSong();

    @Message("Set up Segue")
    String setUp();

    @Message("Documentation")
    String docs();

    @Message("API")
    String api();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("Nothing matches yet.")
    String matchNone();

    @Message("1 match. Use the arrow keys to choose.")
    String matchOne();

    @Message("# matches. Use the arrow keys to choose.")
    String matchMany();

    @Message("That could not be done: #")
    String notDone();

    @Message("it takes a token that may do this")
    String signedOut();

    @Message("the service does not answer")
    String noAnswer();

    @Message("Segue does not answer. Trying again …")
    String connectionLost();

    @Message("Segue answers again.")
    String connectionBack();

    @Message("Not here")
    String missing();

    @Message("There is nothing at this address any more, or there never was.")
    String missingHint();

    @Message("That could not be done")
    String refused();

    @Message("To the start")
    String backHome();

    @Message("Undo")
    String undo();

    @Message("Cancel")
    String cancel();

    @Message(
            "{#switch place.kind}{#case LIBRARY}Open in {place.name}{#case WORLD}{place.name}{#case SEARCH}Search {place.name}{/switch}")
    String goTo(SongPlace place);

    @Message("Not played yet")
    String notPlayed();

    @Message("{what}: {title}")
    String actOn(String what, String title);

    /** Names one after another: {@code anna, ben and carla}. */
    @Message("{#for name in names}{#if name_index > 0}{#if name_hasNext}, {#else} and {/if}{/if}{name}{/for}")
    String all(List<String> names);

    @Message("Matching listeners")
    String suggestions();

    @Message("Listener")
    String userLabel();

    @Message("Songs")
    String songsLabel();

    @Message("A name has at most {most} characters.")
    String userTooLong(int most);

    @Message("Nobody here is called {name}.")
    String nobodyCalled(String name);

    @Message("“{name}” may be {#for user in users}{#if user_index > 0} or {/if}{user}{/for}."
            + " Use an id to say who you mean.")
    String severalCalled(String name, List<String> users);

    @Message("{what} must be {limits}, but is {typed}.")
    String outOfRange(String what, String limits, String typed);

    @Message("{what} cannot be {typed}.")
    String unreadable(String what, String typed);

    @Message("Type a title or an artist")
    String songPlaceholder();

    @Message("Matching songs")
    String songSuggestions();

    @Message("Unknown artist")
    String unknownArtist();

    @Message("Songs from here")
    String startFromHere();

    @Message("How alike: the cosine of what the model has learned of both.")
    String likesLegend();

    @Message("In the order of what the model has learned. There are too few listeners for a percentage.")
    String likesFew();

    @Message("Nothing to listen to yet")
    String emptyTitle();

    @Message("Their listening")
    String aboutPerson();

    @Message("Nothing yet.")
    String nothingYet();

    @Message("Tokens for players")
    String tokensTitle();

    @Message("Training")
    String training();

    @Message("Played here by")
    String whoPlays();

    @Message("And {#if count == 1}1 other{#else}{count} others{/if}.")
    String otherListeners(int count);

    @Message("{#switch training.stage}"
            + "{#case 'starting'}Starting"
            + "{#case 'searching'}Looking for the best hyperparameters: {training.tried} tried"
            + "{#case 'evaluating'}Testing the hyperparameters on songs held out"
            + "{#case 'fitting'}Fitting to everything"
            + "{/switch}")
    String stage(TrainingStage training);
}
