package org.segue.web.library;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.util.List;

/** Messages of the page of one library. */
@MessageBundle(value = "server", locale = "en")
interface ServerMessages {

    @Message("Open {name}")
    String openServer(String name);

    @Message("Songs in this library")
    String songs();

    @Message("No songs yet. They appear here after the first sync.")
    String noSongs();

    /** How songs were recognized. */
    @Message("{#switch by}"
            + "{#case 'mbid'}Recognized by MusicBrainz id"
            + "{#case 'isrc'}Recognized by ISRC"
            + "{#case 'key'}Recognized by title and artist"
            + "{#case 'hand'}Matched by hand"
            + "{#case}New to Segue"
            + "{/switch}")
    String matched(String by);

    @Message("New songs are ones nobody here has played yet. Segue recommends them by their artists.")
    String freshHint();

    @Message(
            "{#if songs == 1}1 song matches nothing played here{#else}{format:count(songs)} songs match nothing played here{/if}")
    String unmatched(long songs);

    @Message("Is it one of these, written differently?")
    String isIt();

    @Message("Same song")
    String accept();

    @Message("{song} is {other}: same song")
    String acceptNamed(String song, String other);

    @Message("Different")
    String refuse();

    @Message("{song} is not {other}: different songs")
    String refuseNamed(String song, String other);

    @Message("Pages of unmatched songs")
    String pages();

    @Message("Previous")
    String earlier();

    @Message("Next")
    String later();

    @Message("{format:count(first)}–{format:count(last)} of {format:count(all)}")
    String shown(long first, long last, long all);

    @Message("Accounts")
    String logins();

    @Message("No account yet. Segue needs one to read the library.")
    String noLogins();

    @Message("as {user}")
    String as(String user);

    @Message("Remove")
    String remove();

    @Message("Remove the account of {name}")
    String removeLogin(String name);

    @Message(
            "Remove the account of {name}? Loves, ratings and plays that only came from it are removed, too, and so are the playlists that Segue made for it on the server.")
    String removeLoginSure(String name);

    @Message("Needs its password again")
    String passwordAgain();

    @Message("Change what {name} takes over, or the password")
    String change(String name);

    @Message("The key that opened it isn’t in this data folder. That’s so after a restore: no backup holds the key.")
    String passwordGone();

    @Message("Leave it empty to keep the one you gave.")
    String passwordKept();

    @Message("Save")
    String save();

    @Message("Saved.")
    String saved();

    @Message("Add an account")
    String addLogin();

    @Message("Add and sync")
    String add();

    @Message("Playlists in the player")
    String lists();

    @Message(
            "Segue sends these as private playlists and replaces them in place. Changes you make to them in the player are overwritten. A playlist you delete there stays away until you turn it on again.")
    String listsHint();

    @Message(
            "Does Jellyfin’s ListenBrainz plugin sync playlists, too? It creates copies named “[LB] …” of the same ones. Turn off its task “Sync playlists”, or the playlists here.")
    String doubles();

    @Message("{#switch state}"
            + "{#case 'sent'}sent"
            + "{#case 'deleted'}deleted in the player"
            + "{#case 'failed'}failed"
            + "{#case 'off'}off"
            + "{#case}waiting"
            + "{/switch}")
    String listState(String state);

    @Message("{#if on == 'true'}Turn on{#else}Turn off{/if}")
    String switchTo(String on);

    @Message("{#if on == 'true'}Turn on{#else}Turn off{/if}: {list} for {name}")
    String switchNamed(String on, String list, String name);

    @Message("Mixes for players")
    String mixes();

    @Message(
            "Plugins for AudioMuse-AI in Navidrome, Jellyfin and Music Assistant can ask Segue for similar songs. Enter Segue’s address and this token there. The token belongs to the library, so everybody on this server gets the same mixes. A listener’s own token would give everybody mixes by that listener’s taste.")
    String mixesHint();

    @Message(
            "A player asked for mixes of a song id that {common:all(names)} all know, and Segue couldn’t tell which was meant. Enter each library’s own token in its plugin.")
    String ambiguous(List<String> names);

    @Message("Create a token for mixes")
    String makeToken();

    @Message("Replace the token")
    String newToken();

    @Message("Replace the token? Plugins that use the old one are refused from now on.")
    String newTokenSure();

    @Message("Revoke the token")
    String revoke();

    @Message("Revoke the token? Plugins that use it are refused from now on.")
    String revokeSure();

    @Message("The token for mixes")
    String tokenMade();

    @Message("Copy it now: Segue shows it only once.")
    String once();

    @Message("Copy")
    String copy();

    @Message("Copied.")
    String copied();

    @Message("About this server")
    String about();

    @Message(
            "It speaks {#if kind == 'jellyfin'}Jellyfin’s API{#else}the Subsonic API{/if}{#if software}, and says it is {software}{/if}.")
    String saysIt(String kind, String software);

    @Message("It can also do:")
    String abilities();

    /** Whether paths of files can be relied on. */
    @Message("{#switch paths}"
            + "{#case 'real'}Its file paths are real, so M3U8 playlists can use them."
            + "{#case 'invented'}Its file paths are made up, so M3U8 playlists can’t use them. In Navidrome: open Settings › Players, choose “Segue”, and turn on “Report real path”. Then sync."
            + "{#case}Whether its file paths are real is known after the first sync."
            + "{/switch}")
    String paths(String paths);

    @Message("Change name and addresses")
    String settings();

    @Message("Remove this library")
    String removeLibrary();

    @Message(
            "Remove {name}? Its accounts, matches and token are removed, what only it brought, and the playlists that Segue made on the server.")
    String removeSure(String name);

    @Message("Songs you have played stay. On a server that doesn't answer, playlists that Segue made stay.")
    String removeHint();
}
