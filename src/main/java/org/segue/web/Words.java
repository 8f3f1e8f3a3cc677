package org.segue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.segue.playlists.PlaylistKind;

/**
 * Every word that the pages say. A translation is a file of the same names, {@code
 * src/main/resources/messages/words_de.properties} for German in UTF-8: what it lacks is said in English, see {@link
 * Language}. Numbers arrive formatted where they may be large. There may be 300 messages at most: what
 * Quarkus 3.33 generates for more is refused by Java when it starts (quarkusio/quarkus#55584). Names of many things of one
 * kind are therefore one message with cases.
 */
@MessageBundle(value = "words", locale = "en")
public interface Words {

    /** In which language this is, as HTML says it. */
    @Message("en")
    String language();

    @Message("Segue")
    String product();

    @Message("Skip to the content")
    String skip();

    @Message("Pages")
    String pages();

    @Message("Map")
    String map();

    @Message("Imports")
    String imports();

    @Message("Models")
    String models();

    @Message("Tokens")
    String tokens();

    @Message("What should play next?")
    String question();

    @Message(
            "Name a listener, or songs you like. Segue ranks what has not been heard yet, learned from everything that is"
                    + " played here.")
    String lead();

    @Message("Listener")
    String userLabel();

    @Message("and somebody else")
    String anotherUser();

    @Message("Another listener")
    String anotherUserLabel();

    @Message("Songs")
    String countLabel();

    @Message("Recommend")
    String ask();

    @Message("For example")
    String examples();

    @Message("Type the name of a listener, or choose songs you like.")
    String userEmpty();

    @Message("One list is for {most} listeners at most.")
    String usersTooMany(int most);

    @Message("A name has at most {most} characters.")
    String userTooLong(int most);

    @Message("A whole number from {least} to {most}.")
    String countOutOfRange(int least, int most);

    @Message("Matching listeners")
    String suggestions();

    @Message("Listening to what fits …")
    String busy();

    @Message("{#if count == 1}1 song{#else}{count} songs{/if} for {user}")
    String heading(int count, String user);

    @Message("Nothing for {user}")
    String headingNothing(String user);

    @Message("{#if count == 1}1 song{#else}{count} songs{/if} like these")
    String headingLike(int count);

    @Message("Nothing like these")
    String headingNothingLike();

    @Message("Songs you like")
    String seedsLabel();

    @Message("No song here is called {typed}.")
    String noSong(String typed);

    @Message("Type a title or an artist")
    String seedsPlaceholder();

    @Message("Nothing matches yet.")
    String matchNone();

    @Message("1 match. Use the arrow keys to choose.")
    String matchOne();

    @Message("# matches. Use the arrow keys to choose.")
    String matchMany();

    @Message("Matching songs")
    String songSuggestions();

    @Message("Adventure")
    String adventure();

    @Message("close to home")
    String adventureLeast();

    @Message("far out")
    String adventureMost();

    @Message("Answered without")
    String without();

    @Message("Count {title} again")
    String countAgain(String title);

    @Message("Leave {title} out")
    String leaveOut(String title);

    @Message("ignore")
    String ignore();

    @Message("Love")
    String love();

    @Message("{what}: {title}")
    String actOn(String what, String title);

    @Message("Dislike")
    String dislike();

    @Message("Never again")
    String ban();

    @Message("Loved: {name}")
    String loved(String name);

    @Message("Disliked: {name}")
    String disliked(String name);

    @Message("Undo")
    String undo();

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

    @Message("Like this")
    String similar();

    @Message("No song is left to recommend: everything known here has been heard already.")
    String nothing();

    @Message("There are no songs to recommend yet.")
    String nothingYet();

    @Message("From a model trained {age} on {interactions} interactions.")
    String trained(String age, String interactions);

    @Message("From the trained model.")
    String trainedEarlier();

    @Message("Ranked from all that is known now.")
    String foldedIn();

    @Message("Most played here.")
    String popular();

    @Message("Most played here: nothing is known of this listener yet.")
    String popularUnknownUser();

    @Message("Most played here: no model has been trained yet.")
    String popularNoModel();

    @Message("{names} and {last}")
    String bothOf(String names, String last);

    @Message(", ")
    String comma();

    @Message("plays")
    String plays();

    @Message("you play")
    String youPlay();

    @Message("you like")
    String youLike();

    @Message("Verdicts here are of")
    String judge();

    @Message("{what} ({who})")
    String saidBy(String what, String who);

    @Message("Listen to {title} at {place}")
    String listenAt(String title, String place);

    @Message("ListenBrainz and Spotify play songs outside of this house; they are told which one, and not who asks.")
    String listenOutside();

    @Message("Because")
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

    @Message("Segue knows no songs. Three steps, and recommendations appear here.")
    String empty();

    @Message("with the administrator's token. The first start has shown it, once, in its log.")
    String setupToken();

    @Message("Bring in histories")
    String setupImport();

    @Message("as Spotify, Last.fm, ListenBrainz and others export them.")
    String setupFiles();

    @Message("Connect players")
    String setupPlayers();

    @Message("so that what is heard from now on comes here by itself.")
    String setupScrobbling();

    @Message(
            "Only looking around? Started with segue.demo=true on an empty data folder, Segue brings made-up listeners along.")
    String setupDemo();

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

    @Message("{#if users is '1'}1 listener{#else}{users} listeners{/if}")
    String users(String users);

    @Message("{#if songs is '1'}1 song{#else}{songs} songs{/if}")
    String songs(String songs);

    @Message("{#if count == 1}1 song{#else}{count} songs{/if}")
    String songCount(int count);

    @Message("{#if interactions is '1'}1 interaction{#else}{interactions} interactions{/if}")
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

    /** How long ago; {@code unit} is minute, hour or day. */
    @Message("{#switch unit}"
            + "{#case 'minute'}{#if count == 1}1 minute{#else}{count} minutes{/if}"
            + "{#case 'hour'}{#if count == 1}1 hour{#else}{count} hours{/if}"
            + "{#case 'day'}{#if count == 1}1 day{#else}{count} days{/if}"
            + "{/switch} ago")
    String ago(long count, String unit);

    @Message("Not here")
    String missing();

    @Message("There is nothing at this address any more, or there never was.")
    String missingHint();

    @Message("To the start")
    String backHome();

    @Message("{#if count == 1}1 listener{#else}{count} listeners{/if} here")
    String listeners(int count);

    @Message("Songs from here")
    String startFromHere();

    @Message("Most like it")
    String likes();

    @Message("How alike: the cosine of what the model has learned of both.")
    String likesLegend();

    @Message("A way to another song")
    String way();

    @Message("Where to?")
    String wayTo();

    @Message("There is no way to {title}: the model does not know both songs, or they are the same.")
    String noWay(String title);

    @Message("Most played here")
    String mostPlayed();

    @Message("Most like them")
    String artistLikes();

    @Message("The songs played here")
    String mapTitle();

    @Message("What is near each other is played by the same people. The colours are groups that the model finds.")
    String mapLead();

    @Message("Whose songs to show")
    String mapUser();

    @Message("In colour: the # songs here that are known to have been heard.")
    String mapHeard();

    @Message("heard")
    String mapMine();

    @Message("Their songs on the map")
    String onTheMap();

    @Message("Find on the map")
    String mapSearch();

    @Message("Drag to move, scroll to zoom, choose a point to read its name.")
    String mapHint();

    @Message("Map of the most-played songs; the list below has the same songs in groups")
    String mapCanvas();

    @Message("Closer")
    String zoomIn();

    @Message("Farther")
    String zoomOut();

    @Message("Groups")
    String mapGroups();

    @Message("There is no map yet: it takes a trained model.")
    String mapEmpty();

    @Message("# listeners")
    String mapListeners();

    @Message("The map is drawn by script.")
    String mapNoScript();

    @Message("The same as a list")
    String mapAsList();

    @Message("Find")
    String find();

    @Message("Find people, artists and songs")
    String findTitle();

    @Message("Type how a word starts; case and accents do not count.")
    String findLead();

    @Message("People")
    String people();

    @Message("Artists")
    String artists();

    @Message("Nothing here has words that start like “{typed}”.")
    String findNothing(String typed);

    @Message("There are more: type more to find them.")
    String findMore();

    @Message("At most {most} characters can be looked for.")
    String findTooLong(int most);

    @Message("What has been learned")
    String modelsTitle();

    @Message(
            "Segue trains by itself when listens have come. Here you see how well each model finds songs that were held out, and which one answers.")
    String modelsLead();

    @Message("Training {id}")
    String trainingNumber(int id);

    @Message("Looking for the best recipe: {tried} tried")
    String searching(int tried);

    @Message("Testing the recipe on songs held out")
    String evaluating();

    @Message("Fitting to everything")
    String fitting();

    @Message("Starting")
    String starting();

    @Message("epoch {epoch} of {epochs}, loss {loss}")
    String epochAndLoss(int epoch, int epochs, String loss);

    @Message("{#if minutes <= 1}about a minute left{#else}about {minutes} minutes left{/if}")
    String minutesLeft(long minutes);

    @Message("Cancel")
    String cancel();

    @Message("Recipes tried")
    String trials();

    @Message("Recipe")
    String recipe();

    @Message("Training")
    String training();

    @Message("d {dimension} · λ {regularization} · α₀ {unobservedWeight}"
            + " · {#if growsWithPlays}log plays{#else}plays alike{/if} · {epochs} epochs")
    String recipeInALine(
            int dimension, String regularization, String unobservedWeight, boolean growsWithPlays, int epochs);

    @Message("diverged")
    String diverged();

    @Message("There is nothing to learn from yet.")
    String nothingToTrain();

    @Message("Train now")
    String trainTitle();

    @Message("Without more, Segue looks for the best recipe, tests it on songs held out, and fits it to everything.")
    String trainHint();

    @Message("Hyperparameters")
    String hyperparameters();

    @Message("searched")
    String searched();

    /** Name of a hyperparameter, by what the API calls it. */
    @Message("{#switch name}"
            + "{#case 'objective'}Objective"
            + "{#case 'dimension'}Dimension"
            + "{#case 'regularization'}Regularization λ"
            + "{#case 'unobservedWeight'}Weight of songs not heard, α₀"
            + "{#case 'confidence'}Weight of plays"
            + "{#case 'epochs'}Epochs"
            + "{#case 'learningRate'}Learning rate"
            + "{#case 'batchSize'}Batch size"
            + "{#case 'seed'}Seed"
            + "{#case 'tune'}Search"
            + "{/switch}")
    String hyperparameter(String name);

    /** What a hyperparameter does, by what the API calls it. */
    @Message("{#switch name}"
            + "{#case 'objective'}What scores are fitted to: that a song is heard, which ranks well, or the values of ratings, which ranks badly."
            + "{#case 'dimension'}Numbers in an embedding. More can tell more apart, and cost memory and time."
            + "{#case 'regularization'}How strongly embeddings are held short. More makes the model careful."
            + "{#case 'unobservedWeight'}How sure it is that a song nobody played is one not wanted. Less suits short histories."
            + "{#case 'confidence'}Whether a song played often says more than one played once."
            + "{#case 'epochs'}Passes over all interactions."
            + "{#case 'learningRate'}How far a step of Adam goes at first. Too far, and the loss grows."
            + "{#case 'batchSize'}Interactions to a step, for values alone: what is heard goes in blocks."
            + "{#case 'seed'}Where every random choice starts. The same one gives the same model."
            + "{#case 'tune'}Two minutes at most, and for what is heard alone."
            + "{/switch}")
    String hyperparameterHint(String name);

    @Message("all the same")
    String confidenceNone();

    @Message("grows with plays")
    String confidenceLog();

    @Message("what is left empty")
    String tuneOn();

    @Message("nothing: defaults")
    String tuneOff();

    @Message("Train")
    String trainNow();

    @Message("answers")
    String answers();

    @Message("damaged")
    String damaged();

    @Message("trained {age} on {interactions} interactions")
    String trainedOn(String age, String interactions);

    @Message("{#if interactions is '1'}1 interaction{#else}{interactions} interactions{/if} since")
    String interactionsSince(String interactions);

    @Message("Let it answer")
    String activate();

    @Message("No model has been trained yet.")
    String noModels();

    @Message("Last trainings")
    String pastTrainings();

    @Message("{#if count == 1}1 recipe{#else}{count} recipes{/if} tried")
    String recipesTried(int count);

    @Message("this model")
    String thisModel();

    @Message("NDCG@10 on songs held out, with its 95 % interval")
    String contest();

    @Message("same listeners (item-cosine)")
    String itemCosine();

    @Message("most played")
    String popularity();

    @Message("Bring listens in")
    String importsTitle();

    @Message("Tables of plays and histories, as other programs write them. Everything can be taken back.")
    String importsLead();

    @Message("Choose files, or drop them here")
    String dropHere();

    @Message("More")
    String moreOptions();

    @Message("Whose listens are they?")
    String importUser();

    @Message("Only where the files name nobody.")
    String importUserHint();

    @Message("Where are they from?")
    String importSource();

    @Message("A name for the source; its ids stay apart from others'.")
    String importSourceHint();

    @Message("Import")
    String importNow();

    @Message("Sending")
    String sending();

    @Message("Choose at least one file.")
    String chooseFiles();

    @Message("So far")
    String importsSoFar();

    @Message("Nothing has been imported yet.")
    String noImports();

    @Message("import {id}")
    String importNumber(int id);

    @Message("{rows} rows a second")
    String rowsPerSecond(String rows);

    @Message("{#if count is '1'}1 row{#else}{count} rows{/if} could not be used")
    String badRows(String count);

    @Message("Rows left out")
    String skippedRows();

    @Message("line {number}")
    String line(long number);

    @Message("{#if count is '1'}1 row{#else}{count} rows{/if}")
    String rowsRead(String count);

    @Message("{#if count is '1'}1 new interaction{#else}{count} new interactions{/if}")
    String interactionsAdded(String count);

    @Message("{#if count is '1'}1 new listen{#else}{count} new listens{/if}")
    String listensAdded(String count);

    @Message("{count} known before")
    String duplicates(String count);

    @Message("Look inside")
    String lookInside();

    @Message("What would come in")
    String previewTitle();

    @Message("First rows")
    String previewRows();

    @Message("{#if skips is '1'}1 skip{#else}{skips} skips{/if}")
    String skips(String skips);

    @Message("{#if lists is '1'}1 list{#else}{lists} lists{/if}")
    String lists(String lists);

    @Message("These files are not kept any more: choose them again.")
    String filesGone();

    @Message("A source is at most 40 letters, digits, dots, hyphens or underscores.")
    String oddSource();

    @Message("Undo import {id}? What it alone brought is taken out again.")
    String undoSure(int id);

    @Message("Importing is the administrator's.")
    String importsNotYours();

    @Message("Training, and choosing the model that answers, is the administrator's.")
    String modelsNotYours();

    @Message("The training has begun.")
    String started();

    @Message("{what} cannot be {typed}.")
    String unreadable(String what, String typed);

    @Message("What do you say?")
    String judgeThis();

    @Message("Only what is heard can be searched: choose no search for values.")
    String nothingToSearch();

    @Message("what is heard")
    String objectiveImplicit();

    @Message("rated values")
    String objectiveExplicit();

    @Message("default")
    String byDefault();

    @Message("Artist")
    String artist();

    @Message("Title")
    String title();

    @Message("When, or plays")
    String whenOrPlays();

    @Message("Songs for {name}")
    String songsFor(String name);

    @Message("{#if listens is '1'}1 listen{#else}{listens} listens{/if}")
    String personListens(String listens);

    @Message("{#if plays is '1'}1 play{#else}{plays} plays{/if}")
    String personPlays(String plays);

    @Message("since {day}")
    String personSince(String day);

    @Message("Nothing yet.")
    String personNothing();

    @Message("Nothing of which the time is known.")
    String personNoTimes();

    @Message("Delete this listen: {title}")
    String removeListen(String title);

    @Message("Take back: {title}")
    String takeBack(String title);

    @Message("Listens, verdicts and what models have learned of this person are deleted for good.")
    String forgetSure();

    @Message("Forget for good")
    String forgetNow();

    @Message("You can look around here. To change something, sign in as this person or as the administrator.")
    String personNotYours();

    @Message("Nobody here is called {name}, or several are.")
    String nobodyCalled(String name);

    @Message("That is this very person.")
    String samePerson();

    @Message("Artists most played")
    String topArtists();

    @Message("Songs most played")
    String topSongs();

    @Message("Bring in their history")
    String bringHistory();

    @Message("All imports")
    String allImports();

    @Message("Times are UTC.")
    String timesAreUtc();

    @Message("Verdicts")
    String verdicts();

    @Message("Last heard")
    String lastListens();

    @Message("Earlier ones")
    String moreListens();

    @Message("Names")
    String names();

    @Message("Another name of the same person")
    String otherName();

    @Message("Both histories become one. This cannot be undone.")
    String otherNameHint();

    @Message("Make them one")
    String mergeThem();

    @Message("Data")
    String theData();

    @Message("Export everything")
    String export();

    @Message("Forget this person")
    String forget();

    @Message("Their listening")
    String aboutPerson();

    @Message("Lists for now")
    String listsOfNow();

    @Message("{#switch kind}"
            + "{#case DAILY_JAMS}Daily jams"
            + "{#case WEEKLY_JAMS}Weekly jams"
            + "{#case WEEKLY_EXPLORATION}Weekly exploration"
            + "{/switch}")
    String listKind(PlaylistKind kind);

    @Message("Take it along as")
    String takeAlong();

    @Message("{title} as {format}")
    String fileOf(String title, String format);

    @Message("This list has no songs any more.")
    String listEmpty();

    @Message("Tokens for players")
    String tokensTitle();

    @Message("A player that sends what somebody hears, or reads their lists, needs a token of that person.")
    String tokensLead();

    @Message("Tokens are the administrator's to make and to see.")
    String tokensNotYours();

    @Message("There are as many tokens as there may be: revoke some first.")
    String tokensTooMany();

    @Message("A listener has at most {user} characters, what it is for at most {name}.")
    String tokenTooLong(int user, int name);

    @Message("There are characters in it that are none of a text.")
    String tokenOdd();

    @Message("Make a token")
    String tokenNew();

    @Message("For whom?")
    String tokenFor();

    @Message("A listener, or the name of a new one.")
    String tokenForHint();

    @Message("Name the listener whose token it shall be.")
    String tokenNobody();

    @Message("What for?")
    String tokenName();

    @Message("So that you know later which one it is.")
    String tokenNameHint();

    @Message("Make the token")
    String tokenMake();

    @Message("The token of {user}")
    String tokenMade(String user);

    @Message("It is shown this once: of tokens Segue keeps nothing but hashes.")
    String tokenOnce();

    @Message("Copy")
    String copy();

    @Message("Copied.")
    String copied();

    @Message("What to type into players")
    String tokenPlayers();

    /** What to do with the token in a player. */
    @Message("{#switch player}"
            + "{#case 'Navidrome'}in its environment; the token goes into the personal settings of the user."
            + "{#case 'Jellyfin'}as base address in the settings of its ListenBrainz plugin, with the token for the user."
            + "{#case 'multi-scrobbler'}in a ListenBrainz client, with the token and the name of the user."
            + "{#case 'Pano Scrobbler'}as a custom ListenBrainz, with the token."
            + "{/switch}")
    String playerHint(String player);

    @Message(
            "The address is the one in your browser. A player on another machine, or in a container, must reach Segue by it.")
    String tokenOwnAddress();

    @Message("Tokens given out")
    String tokensGiven();

    @Message("None yet.")
    String noTokens();

    @Message("Revoke")
    String revoke();

    @Message("Revoke the token of {user}{#if name}: {name}{/if}")
    String revokeNamed(String user, String name);

    @Message("Revoke the token of {user}{#if name} ({name}){/if}? What uses it will be refused from now on.")
    String revokeSure(String user, String name);

    @Message("A token for a player")
    String tokenForPerson();

    @Message("Over time")
    String overTime();

    @Message("Listens from {first} to {last}, as bars; the same is in the table below")
    String overTimeAlt(String first, String last);

    @Message("Most listens: {most} in {when}")
    String mostListens(String most, String when);

    @Message("As a table")
    String asTable();

    @Message("When")
    String when();

    @Message("Listens")
    String listensColumn();

    @Message("Played here by")
    String whoPlays();

    @Message("And {#if count == 1}1 other{#else}{count} others{/if}.")
    String otherListeners(int count);

    @Message("NDCG@10 of each recipe tried")
    String trialsChart();

    @Message("Loss, epoch by epoch")
    String lossChart();

    @Message("{label}: from {bottom} to {top}")
    String chartFromTo(String label, String bottom, String top);
}
