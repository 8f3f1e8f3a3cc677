package org.segue.web.tokens;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the page of tokens. */
@MessageBundle(value = "tokens", locale = "en")
interface TokensMessages {

    @Message("A music player needs a token to send a listener’s plays or read their playlists.")
    String lead();

    @Message("How to connect a player")
    String how();

    @Message("Only the administrator can create and view tokens.")
    String notYours();

    @Message("Create a token")
    String newToken();

    @Message("Listener")
    String user();

    @Message("An existing listener, or a new name.")
    String userHint();

    @Message("Enter a listener.")
    String nobody();

    @Message("An import added a listener named {user}. Choose whether it’s the same one.")
    String brought(String user);

    @Message("Who is {user}?")
    String question(String user);

    @Message("{user}, from an import")
    String isBrought(String user);

    @Message("A new listener")
    String isNew();

    @Message("Description")
    String name();

    @Message("Helps you recognize this token later.")
    String nameHint();

    @Message("For a player with Audioscrobbler 1.2 or older Last.fm support, such as mpdscribble or VLC")
    String hashing();

    @Message(
            "These players send only a hash of the token, so Segue stores what they hash. Anyone who can read its database could scrobble and love songs as this listener, but nothing else.")
    String hashingHint();

    @Message("Listener names can have up to {user} characters, descriptions up to {name}.")
    String tooLong(int user, int name);

    @Message("Remove the invisible control characters.")
    String odd();

    @Message("You’ve reached the maximum number of tokens. Revoke one first.")
    String tooMany();

    @Message("Create token")
    String make();

    @Message("Token for {user}")
    String made(String user);

    @Message("Copy it now. Segue stores only a hash and can’t show it again.")
    String once();

    @Message("Copy")
    String copy();

    @Message("Copied.")
    String copied();

    @Message("Set up your player")
    String players();

    /** What to do with the token in a player. */
    @Message("{#switch player}"
            + "{#case 'Navidrome'}Set this environment variable for Navidrome. Each user then pastes their token under Personal settings."
            + "{#case 'Jellyfin'}Enter this as the base URL in the ListenBrainz plugin, and add a token for each user. If Segue sends playlists to Jellyfin itself, turn off the plugin’s playlist task. It would create “[LB] …” copies of them."
            + "{#case 'multi-scrobbler'}Use this URL in a ListenBrainz client, with the token and the user name."
            + "{#case 'Pano Scrobbler'}Add a custom ListenBrainz server with this URL and the token."
            + "{#case 'Last.fm'}For players that only know Last.fm, enter this as the API address. Sign in with the listener’s name and the token as the password."
            + "{#case 'Audioscrobbler'}For mpdscribble, VLC and other players with Audioscrobbler 1.2, sign in the same way. Check the box above when you create the token."
            + "{/switch}")
    String playerHint(String player);

    @Message(
            "This is the address in your browser. Players on other machines or in containers must be able to reach Segue at it.")
    String ownAddress();

    @Message(
            "A mix plugin (AudioMuse-AI) serves a whole music server. With a listener’s token, everyone on it gets mixes for that listener’s taste. With a library token, everyone gets the same mixes.")
    String mixes();

    @Message("Create a library token")
    String mixesToken();

    @Message("Active tokens")
    String given();

    @Message("No tokens yet. Create one above to connect a player.")
    String noTokens();

    @Message("Possible duplicates")
    String doubles();

    @Message(
            "These listeners have similar names. If they’re the same person, merge them. Their histories will be combined. This can’t be undone.")
    String doublesHint();

    @Message("{other} ({otherId}) may be {person} ({id})")
    String isDouble(String other, String otherId, String person, String id);

    @Message("Merge into {person}")
    String merge(String person);

    @Message("Revoke this token?")
    String revokeTitle();

    @Message("Revoke")
    String revoke();

    @Message("Revoke token: {user}{#if name}, {name}{/if}")
    String revokeNamed(String user, String name);

    @Message("Revoke the token for {user}{#if name} ({name}){/if}? Players that use it will lose access.")
    String revokeSure(String user, String name);

    @Message("Segue’s setup")
    String claimed();

    @Message(
            "Set up {when} UTC from {address}, {#if way == 'loopback'}on the same machine{#else}with the code from the log{/if}.")
    String claimedFrom(String when, String address, String way);

    @Message("The administrator token in the log remains valid.")
    String tokenStays();
}
