package org.segue.web.tokens;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Messages of the page of tokens in German. */
@Localized("de")
interface TokensGermanMessages extends TokensMessages {

    @Override
    @Message("Ein Musikplayer braucht ein Token, um Wiedergaben zu senden oder Playlists zu lesen.")
    String lead();

    @Override
    @Message("So verbindest du einen Player")
    String how();

    @Override
    @Message("Nur wer Segue verwaltet, kann Token erstellen und ansehen.")
    String notYours();

    @Override
    @Message("Token erstellen")
    String newToken();

    @Override
    @Message("Hörer:in")
    String user();

    @Override
    @Message("Jemand, den es hier schon gibt, oder ein neuer Name.")
    String userHint();

    @Override
    @Message("Gib einen Namen ein.")
    String nobody();

    @Override
    @Message("Ein Import hat {user} mitgebracht. Wähle, ob es dieselbe Person ist.")
    String brought(String user);

    @Override
    @Message("Wer ist {user}?")
    String question(String user);

    @Override
    @Message("{user}, aus einem Import")
    String isBrought(String user);

    @Override
    @Message("Jemand Neues")
    String isNew();

    @Override
    @Message("Beschreibung")
    String name();

    @Override
    @Message("Damit erkennst du das Token später wieder.")
    String nameHint();

    @Override
    @Message(
            "Für einen Player mit Audioscrobbler 1.2 oder der älteren Last.fm-Schnittstelle, zum Beispiel mpdscribble oder VLC")
    String hashing();

    @Override
    @Message(
            "Diese Player senden nur einen Hash des Tokens. Deshalb speichert Segue, was sie hashen. Wer die Datenbank lesen kann, könnte als diese Person scrobbeln und Lieblingssongs markieren, sonst nichts.")
    String hashingHint();

    @Override
    @Message("Namen dürfen bis zu {user} Zeichen haben, Beschreibungen bis zu {name}.")
    String tooLong(int user, int name);

    @Override
    @Message("Entferne die unsichtbaren Steuerzeichen.")
    String odd();

    @Override
    @Message("Mehr Token gehen nicht. Widerrufe zuerst eines.")
    String tooMany();

    @Override
    @Message("Token erstellen")
    String make();

    @Override
    @Message("Token für {user}")
    String made(String user);

    @Override
    @Message("Kopiere es jetzt. Segue speichert nur einen Hash und kann es nicht noch einmal zeigen.")
    String once();

    @Override
    @Message("Kopieren")
    String copy();

    @Override
    @Message("Kopiert.")
    String copied();

    @Override
    @Message("Richte deinen Player ein")
    String players();

    @Override
    @Message("{#switch player}"
            + "{#case 'Navidrome'}Setze diese Umgebungsvariable für Navidrome. Danach trägt jede Person ihr Token in den persönlichen Einstellungen ein."
            + "{#case 'Jellyfin'}Trage dies als Basis-URL im ListenBrainz-Plugin ein, und für jede Person ihr Token. Wenn Segue selbst Playlists an Jellyfin schickt, schalte die Playlist-Aufgabe des Plugins ab. Sie würde Kopien mit „[LB] …“ anlegen."
            + "{#case 'multi-scrobbler'}Nimm diese URL in einem ListenBrainz-Client, mit Token und Namen."
            + "{#case 'Pano Scrobbler'}Füge einen eigenen ListenBrainz-Server mit dieser URL und dem Token hinzu."
            + "{#case 'Last.fm'}Für Player, die nur Last.fm kennen: Trage dies als API-Adresse ein. Melde dich mit dem Namen an, das Token ist das Passwort."
            + "{#case 'Audioscrobbler'}Für mpdscribble, VLC und andere Player mit Audioscrobbler 1.2: Melde dich genauso an. Setze oben das Häkchen, wenn du das Token erstellst."
            + "{/switch}")
    String playerHint(String player);

    @Override
    @Message(
            "Das ist die Adresse in deinem Browser. Player auf anderen Rechnern oder in Containern müssen Segue unter ihr erreichen.")
    String ownAddress();

    @Override
    @Message(
            "Ein Mix-Plugin (AudioMuse-AI) bedient einen ganzen Musikserver. Mit dem Token einer Person bekommen dort alle Mixe nach deren Geschmack. Mit dem Token einer Bibliothek bekommen alle die gleichen Mixe.")
    String mixes();

    @Override
    @Message("Token für eine Bibliothek erstellen")
    String mixesToken();

    @Override
    @Message("Aktive Token")
    String given();

    @Override
    @Message("Noch keine Token. Erstelle oben eines, um einen Player zu verbinden.")
    String noTokens();

    @Override
    @Message("Mögliche Doppelte")
    String doubles();

    @Override
    @Message(
            "Diese Namen ähneln sich. Wenn es dieselbe Person ist, führe beide zusammen. Ihre Verläufe werden eins. Das lässt sich nicht rückgängig machen.")
    String doublesHint();

    @Override
    @Message("{other} ({otherId}) könnte {person} ({id}) sein")
    String isDouble(String other, String otherId, String person, String id);

    @Override
    @Message("Mit {person} zusammenführen")
    String merge(String person);

    @Override
    @Message("Dieses Token widerrufen?")
    String revokeTitle();

    @Override
    @Message("Widerrufen")
    String revoke();

    @Override
    @Message("Token widerrufen: {user}{#if name}, {name}{/if}")
    String revokeNamed(String user, String name);

    @Override
    @Message("Token für {user}{#if name} ({name}){/if} widerrufen? Player, die es benutzen, verlieren den Zugang.")
    String revokeSure(String user, String name);

    @Override
    @Message("Einrichtung von Segue")
    String claimed();

    @Override
    @Message(
            "Eingerichtet am {when} UTC von {address}, {#if way == 'loopback'}auf demselben Rechner{#else}mit dem Code aus dem Protokoll{/if}.")
    String claimedFrom(String when, String address, String way);

    @Override
    @Message("Das Admin-Token im Protokoll gilt weiter.")
    String tokenStays();
}
