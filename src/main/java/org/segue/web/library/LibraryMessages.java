package org.segue.web.library;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the page that connects libraries, and of its forms. */
@MessageBundle(value = "library", locale = "en")
interface LibraryMessages {

    @Message(
            "Connect your music server. Segue then recommends songs you can play right away, and sends playlists and mixes to your player.")
    String lead();

    @Message("How it works")
    String how();

    @Message("Libraries are for the administrator.")
    String notYours();

    @Message("Connect a music server")
    String connect();

    @Message("Connect another music server")
    String connectAnother();

    @Message("Add a listener first. Each account on a server belongs to one.")
    String nobody();

    @Message("{#switch state}"
            + "{#case 'ready'}ready"
            + "{#case 'working'}syncing"
            + "{#case 'problem'}needs you"
            + "{#case}not synced yet"
            + "{/switch}")
    String state(String state);

    @Message("{#if kind == 'jellyfin'}Jellyfin{#else}Subsonic{/if}")
    String kind(String kind);

    @Message("synced {ago}")
    String synced(String ago);

    @Message("{#if count == 1}1 account{#else}{count} accounts{/if}")
    String logins(int count);

    @Message("Syncing")
    String syncing();

    @Message("What kind of server is it?")
    String which();

    @Message(
            "{#if kind == 'jellyfin'}Jellyfin{#else}Navidrome, gonic, LMS, Airsonic, Ampache, Nextcloud, supysonic{/if}")
    String kindChoice(String kind);

    @Message("Address of the server")
    String url();

    @Message("As this machine reaches it. In containers, that is often the service’s name: http://navidrome:4533")
    String urlHint();

    @Message("Name, and address for browsers")
    String nameAndBrowsers();

    @Message("Name")
    String name();

    @Message("What you call it here. Leave it empty to use the software’s name.")
    String nameHint();

    @Message("Address for browsers")
    String webUrl();

    @Message("Where links such as “Open in Navidrome” go. Leave it empty if it’s the same address.")
    String webUrlHint();

    @Message("Folder of the music")
    String folder();

    @Message("The music folder as the server names it. M3U8 playlists then have paths relative to it.")
    String folderHint();

    @Message("Whose account is it?")
    String listener();

    @Message("User name on the server")
    String account();

    @Message("Password")
    String password();

    @Message("This is an API key")
    String isKey();

    @Message(
            "LMS, Nextcloud and others give out API keys. Leave the user name empty then. With a key of Jellyfin, enter both.")
    String isKeyHint();

    @Message("What Segue takes over from this account")
    String takeOver();

    @Message("Stars, as loved songs")
    String stars();

    @Message("Ratings")
    String ratings();

    @Message("Play counts")
    String counts();

    @Message(
            "Turn this on if the plays reach Segue in no other way. Plays that Segue has from elsewhere aren’t counted twice.")
    String countsHint();

    @Message("Songs loved in Segue get a star on the server")
    String lovesOut();

    @Message("Connect and sync")
    String connectNow();

    @Message(
            "Segue keeps the weakest secret that the server accepts, encrypted. For most Subsonic servers that is a hash, which opens the account as the password does.")
    String secretHint();

    @Message("Enter the address of the server.")
    String urlMissing();

    @Message("Enter an address such as http://192.168.1.10:4533, without a user name or a question mark.")
    String noAddress();

    @Message("Enter the password or the API key.")
    String passwordMissing();

    @Message("Enter the user name on the server.")
    String accountMissing();

    @Message("Choose a listener of the house.")
    String listenerMissing();

    @Message("Use {most} characters or fewer.")
    String tooLong(int most);

    @Message("Control characters can’t be used here.")
    String odd();

    @Message("Library connected")
    String hasLibrary();

    @Message("Connect your music server")
    String connectLibrary();

    @Message(
            "Navidrome, Jellyfin and others. Stars and ratings come in. Songs you own are recommended first, and playlists go out to your player.")
    String libraryHint();

    @Message("not synced yet")
    String notSynced();

    @Message("Connect another one, or another account")
    String anotherLibrary();

    @Message("Take over play counts, too")
    String withCounts();

    @Message("No plays yet. Until some come in, Segue goes by the songs you love and own.")
    String onlyOwned();
}
