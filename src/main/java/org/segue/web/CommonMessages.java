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

    @Message("Skip to content")
    String skip();

    @Message("Main")
    String pages();

    @Message("Search")
    String find();

    @Message("Library")
    String library();

    @Message("Map")
    String map();

    @Message("Import")
    String imports();

    @Message("Models")
    String models();

    @Message("Connect players")
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

    @Message("No matches.")
    String matchNone();

    @Message("1 match. Use the arrow keys to select it.")
    String matchOne();

    @Message("# matches. Use the arrow keys to select one.")
    String matchMany();

    @Message("Couldn’t do that: #")
    String notDone();

    @Message("you need to sign in first")
    String signedOut();

    @Message("Segue isn’t responding")
    String noAnswer();

    @Message("Connection lost. Reconnecting…")
    String connectionLost();

    @Message("Reconnected.")
    String connectionBack();

    @Message("Page not found")
    String missing();

    @Message("This page doesn’t exist, or it has been removed.")
    String missingHint();

    @Message("Couldn’t do that")
    String refused();

    @Message("Go to the home page")
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

    @Message("Use {most} characters or fewer.")
    String userTooLong(int most);

    @Message("No listener named {name}.")
    String nobodyCalled(String name);

    @Message("“{name}” may be {#for user in users}{#if user_index > 0} or {/if}{user}{/for}."
            + " Use an id to say who you mean.")
    String severalCalled(String name, List<String> users);

    @Message("{what} must be {limits}, but is {typed}.")
    String outOfRange(String what, String limits, String typed);

    @Message("{what} can’t be {typed}.")
    String unreadable(String what, String typed);

    @Message("Search by title or artist")
    String songPlaceholder();

    @Message("Matching songs")
    String songSuggestions();

    @Message("Unknown artist")
    String unknownArtist();

    @Message("Recommend from this song")
    String startFromHere();

    @Message("As learned by the model: the cosine of the two embeddings. 100% means that the same listeners play both.")
    String likesLegend();

    @Message("Most similar first. There are too few listeners to say how similar.")
    String likesFew();

    @Message("No listening data yet")
    String emptyTitle();

    @Message("Listening history")
    String aboutPerson();

    @Message("None yet.")
    String nothingYet();

    @Message("Connect players")
    String tokensTitle();

    @Message("Training")
    String training();

    @Message("Played by")
    String whoPlays();

    @Message("And {#if count == 1}1 other{#else}{format:count(count)} others{/if}.")
    String otherListeners(int count);

    @Message("{#switch training.stage}"
            + "{#case 'starting'}Starting"
            + "{#case 'searching'}Looking for the best hyperparameters: {training.tried} tried"
            + "{#case 'evaluating'}Testing the hyperparameters on held-out songs"
            + "{#case 'fitting'}Fitting to everything"
            + "{/switch}")
    String stage(TrainingStage training);

    @Message("Account")
    String account();

    @Message("Administrator")
    String administrator();

    @Message("My page")
    String myPage();

    @Message("Only the administrator can do this.")
    String administratorOnly();

    @Message("Very similar")
    String verySimilar();

    @Message("Similar")
    String quiteSimilar();

    @Message("Somewhat similar")
    String somewhatSimilar();

    @Message("Less similar")
    String lessSimilar();

    @Message("Details")
    String details();
}
