package org.segue.web.tokens;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the page of tokens. */
@MessageBundle(value = "tokens", locale = "en")
interface TokensMessages {

    @Message("A player that sends what somebody hears, or reads their lists, needs a token of that person.")
    String lead();

    @Message("How to connect a player")
    String how();

    @Message("Tokens are the administrator's to make and to see.")
    String notYours();

    @Message("Make a token")
    String newToken();

    @Message("For whom?")
    String user();

    @Message("A listener, or the name of a new one.")
    String userHint();

    @Message("Name the listener whose token it shall be.")
    String nobody();

    @Message("An import brought a listener called {user}. Say whether that is the person.")
    String brought(String user);

    @Message("Who is {user}?")
    String question(String user);

    @Message("{user}, whom an import brought")
    String isBrought(String user);

    @Message("Somebody new")
    String isNew();

    @Message("What for?")
    String name();

    @Message("So that you know later which one it is.")
    String nameHint();

    @Message("It is for a player of Audioscrobbler 1.2 or of Last.fm’s older kind, such as mpdscribble or VLC")
    String hashing();

    @Message(
            "Such players send only a hash of the token. Segue keeps what they hash: whoever reads its database can scrobble and love as this listener, and nothing else.")
    String hashingHint();

    @Message("A listener has at most {user} characters, what it is for at most {name}.")
    String tooLong(int user, int name);

    @Message("There are characters in it that are none of a text.")
    String odd();

    @Message("There are as many tokens as there may be: revoke some first.")
    String tooMany();

    @Message("Make the token")
    String make();

    @Message("The token of {user}")
    String made(String user);

    @Message("It is shown this once: of tokens Segue keeps nothing but hashes.")
    String once();

    @Message("Copy")
    String copy();

    @Message("Copied.")
    String copied();

    @Message("What to type into players")
    String players();

    /** What to do with the token in a player. */
    @Message("{#switch player}"
            + "{#case 'Navidrome'}in its environment; the token goes into the personal settings of the user."
            + "{#case 'Jellyfin'}as base address in the settings of its ListenBrainz plugin, with the token for the user. Where Segue sends playlists to Jellyfin itself, turn off the plugin’s task for playlists: it creates “[LB] …” copies of the same ones."
            + "{#case 'multi-scrobbler'}in a ListenBrainz client, with the token and the name of the user."
            + "{#case 'Pano Scrobbler'}as a custom ListenBrainz, with the token."
            + "{#case 'Last.fm'}as address of the API in a player that knows only Last.fm, with the listener’s name, and the token as password."
            + "{#case 'Audioscrobbler'}as address in mpdscribble, VLC and other players of Audioscrobbler 1.2, likewise; check the box for the token."
            + "{/switch}")
    String playerHint(String player);

    @Message(
            "The address is the one in your browser. A player on another machine, or in a container, must reach Segue by it.")
    String ownAddress();

    @Message(
            "Plugins for mixes (AudioMuse-AI) serve a whole server. With a listener’s token, everybody there gets mixes by that listener’s taste. A library’s token gives everybody the same mixes.")
    String mixes();

    @Message("Create a library’s token")
    String mixesToken();

    @Message("Tokens given out")
    String given();

    @Message("None yet.")
    String noTokens();

    @Message("Listeners who may be one person")
    String doubles();

    @Message(
            "Their names are alike. If they are one person, merge them: both histories become one. This can't be undone.")
    String doublesHint();

    @Message("{other} ({otherId}) may be {person} ({id})")
    String isDouble(String other, String otherId, String person, String id);

    @Message("Merge into {person}")
    String merge(String person);

    @Message("Revoke")
    String revoke();

    @Message("Revoke the token of {user}{#if name}: {name}{/if}")
    String revokeNamed(String user, String name);

    @Message("Revoke the token of {user}{#if name} ({name}){/if}? What uses it will be refused from now on.")
    String revokeSure(String user, String name);

    @Message("Who set Segue up")
    String claimed();

    @Message(
            "Set up {when} UTC from {address}, {#if way == 'loopback'}on the same machine{#else}with the code from the log{/if}.")
    String claimedFrom(String when, String address, String way);

    @Message("The administrator token in the log stays valid.")
    String tokenStays();
}
