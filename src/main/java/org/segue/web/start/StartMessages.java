package org.segue.web.start;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the start page. */
@MessageBundle(value = "start", locale = "en")
interface StartMessages {

    @Message("Four steps to songs you haven’t heard yet. Leave any time, and go on later.")
    String lead();

    @Message("This Segue is new. Whoever sets it up is its administrator.")
    String fresh();

    @Message("Then: your music, what Segue learns from, and your first recommendations.")
    String then();

    @Message("Setting up is for the administrator.")
    String notYours();

    @Message("Too many wrong codes. Sign in with the administrator token. It’s in Segue’s log.")
    String spent();

    @Message("Six-digit code")
    String code();

    @Message("It’s in Segue’s log. With Docker: docker compose logs segue")
    String codeHint();

    @Message("That isn’t the code in the log. Try again.")
    String wrongCode();

    @Message("This Segue has been set up already. Sign in with the administrator token.")
    String claimed();

    @Message("Open this page in a browser, and send the form from there.")
    String foreign();

    @Message("done")
    String done();

    @Message("to do")
    String open();

    @Message("optional")
    String optional();

    @Message("Who will listen here?")
    String who();

    @Message("Names")
    String names();

    @Message("One name, or several with commas: Anna, Ben")
    String namesHint();

    @Message("Start")
    String begin();

    @Message("Add listeners")
    String add();

    @Message("Add another listener")
    String another();

    @Message("Enter at least one name.")
    String nameMissing();

    @Message("{most} names at a time are enough. Add the others afterwards.")
    String tooManyNames(int most);

    @Message("A name can’t have control characters.")
    String oddName();

    @Message("Who is {name}?")
    String question(String name);

    @Message("{name}, whose history is here already")
    String isBrought(String name);

    @Message("Someone new")
    String isNew();

    @Message("There is an imported listener called {name}. Say who you mean.")
    String brought(String name);

    @Message("More listeners are under Search.")
    String moreListeners();

    @Message("Where is their music?")
    String where();

    @Message("First say who listens.")
    String whoFirst();

    @Message("No history yet")
    String noMusic();

    @Message("Import files")
    String importFiles();

    @Message("Import files for {name}")
    String importFor(String name);

    @Message("Files with {name}’s history")
    String filesOf(String name);

    @Message("Preview")
    String preview();

    @Message("Preview for {name}")
    String previewFor(String name);

    @Message("How to get your files")
    String getFiles();

    /** Clicks that lead to the files of a service. */
    @Message("{#switch service}"
            + "{#case 'Spotify'}spotify.com › Account › Account privacy. Tick “Extended streaming history”, then Request data. An email with a zip comes within 30 days. Import the zip as it is."
            + "{#case 'Last.fm'}Last.fm has no export of its own. Open lastfm.ghan.nl/export, enter your user name, and save the CSV file."
            + "{#case 'Apple Music'}privacy.apple.com › Request a copy of your data › Apple Media Services information. It takes up to seven days. Import Apple_Media_Services.zip as it is."
            + "{#case 'YouTube Music'}takeout.google.com › Deselect all › YouTube and YouTube Music. Choose JSON for the history, and the history only. Import the zip as it is."
            + "{#case 'Deezer'}deezer.com/account › Personal data › My personal data › Request. Import the .xlsx file or its zip."
            + "{#case 'Amazon Music'}amazon.com › Your account › Request your data › Amazon Music. A link comes within a few days. Import the zip as it is."
            + "{#case 'ListenBrainz'}listenbrainz.org › your name › Settings › Export data. Import the zip as it is."
            + "{#case 'Navidrome'}Stop Navidrome, copy navidrome.db from its data folder, and start it again. Import the copy."
            + "{#case 'Jellyfin'}With the plugin Playback Reporting: Dashboard › Playback Reporting › Settings › Save backup data. Import the .tsv file."
            + "{#case 'Plex with Tautulli'}Save what Tautulli’s get_history answers (media_type=track, length=100000) as JSON, and import that."
            + "{#case 'iTunes'}File › Library › Export library. Import Library.xml."
            + "{#case 'Libre.fm'}Edit profile › Export data. Import the CSV file, and the JSON file of your loved tracks."
            + "{#case 'Koito'}Settings › Export. Import koito_export.json."
            + "{#case 'Maloja'}Settings › Manual export. Import the JSON file."
            + "{#case 'Pano Scrobbler'}Settings › Export. Import the JSON or CSV file."
            + "{#case 'Rockbox'}Copy .scrobbler.log or .rockbox/playback.log from the player."
            + "{#case 'other'}Any table (CSV, TSV or JSON lines) with a title and an artist in each row. A time, or a number of plays, makes it better."
            + "{/switch}")
    String clicks(String service);

    @Message("Anything else")
    String otherService();

    @Message("Connect a player that scrobbles")
    String player();

    @Message(
            "New plays arrive automatically. In Navidrome, Jellyfin and others, enter this address and the listener’s token.")
    String playerHint();

    @Message("Address")
    String address();

    @Message("Whose player is it?")
    String whosePlayer();

    @Message("Create token")
    String createToken();

    @Message("Token of {name}")
    String tokenOf(String name);

    @Message("Copy it now: Segue shows it only once.")
    String once();

    @Message("What to enter in which player")
    String players();

    @Message("What will Segue learn from?")
    String what();

    @Message("Segue recommends songs that other listeners played. The more listeners it learns from, the better.")
    String whatLead();

    @Message(
            "Segue learns from {#if count == 1}1 background listener{#else}{format:count(count)} background listeners{/if}.")
    String strangers(long count);

    @Message("Public listens from ListenBrainz")
    String listenBrainz();

    @Message(
            "What people on ListenBrainz played in the last days. License: {licence}, free for any use. Names aren’t kept, and you can undo it as a whole.")
    String listenBrainzLead(String licence);

    @Message("Show sizes and times")
    String showSizes();

    @Message("Asking the mirror…")
    String asking();

    @Message("How much?")
    String howMuch();

    @Message(
            "{#if dumps == 1}Newest day{#else}Newest {dumps} days{/if}: {format:size(bytes)} to load, about {#if minutes == 1}1 minute{#else}{minutes} minutes{/if} to read")
    String choice(int dumps, long bytes, long minutes);

    @Message("The disk lacks {format:size(bytes)} for this")
    String lacks(long bytes);

    @Message("{format:size(bytes)} are free on the disk. More days bring more listeners, and better recommendations.")
    String more(long bytes);

    @Message("How many listeners at most?")
    String howMany();

    @Message("A good choice for most machines: 20,000. Fewer train faster.")
    String howManyHint();

    @Message("Load and train")
    String load();

    @Message("A data set of your own")
    String dataSet();

    @Message(
            "A table of many people’s plays, such as a public research data set. Its listeners stay invisible here. Check its license first.")
    String dataSetLead();

    @Message("File of the data set")
    String dataSetFile();

    @Message("Use and train")
    String useDataSet();

    @Message("Choose a file.")
    String fileMissing();

    @Message("The file didn’t arrive whole. Send it again.")
    String malformed();

    @Message("Segue can’t keep the file. The disk may be full.")
    String unkept();

    @Message("Another listener")
    String anotherListener();

    @Message("What a friend or your family plays helps, too. Add them in step 1.")
    String anotherLead();

    @Message("Add a listener")
    String addListener();

    @Message(
            "With one listener and no background, Segue shows similar songs, radio and rediscovery. For new songs, add one of these.")
    String alone();

    @Message("{#if kind == 'import'}Data set{#else}ListenBrainz{/if}")
    String kind(String kind);

    @Message("{#switch step}"
            + "{#case 'asking'}Asking the mirror"
            + "{#case 'loading'}Loading"
            + "{#case 'reading'}Reading"
            + "{#case}Waiting"
            + "{/switch}")
    String step(String step);

    @Message("background {id}")
    String number(int id);

    @Message("Undo background {id}? Its listeners are removed, and Segue trains without them next time.")
    String undoSure(int id);

    @Message("Ready?")
    String ready();

    @Message("Nothing to recommend yet. Import a history first.")
    String nothing();

    @Message("{#if songs == 1}1 song{#else}{format:count(songs)} songs{/if} here. Train once, and Segue can recommend.")
    String untrained(long songs);

    @Message("There’s something new since the last training.")
    String news();

    @Message("Segue has learned from everything here.")
    String upToDate();

    @Message("Train now")
    String train();

    @Message("An import is being read.")
    String importing();

    @Message("See recommendations for")
    String seeOf();

    @Message("{name}: see recommendations")
    String see(String name);

    @Message("Remove the demo data")
    String removeDemo();

    @Message("Remove the demo data and its made-up listeners? This can’t be undone.")
    String removeDemoSure();

    @Message("{format:size(loaded)} of {format:size(bytes)}")
    String loaded(long loaded, long bytes);
}
