package org.segue.web.library;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import java.util.List;

/** Messages of the page of one library, in German. */
@Localized("de")
interface ServerGermanMessages extends ServerMessages {

    @Override
    @Message("{name} öffnen")
    String openServer(String name);

    @Override
    @Message("Songs in dieser Mediathek")
    String songs();

    @Override
    @Message("Noch keine Songs. Sie erscheinen hier nach der ersten Synchronisierung.")
    String noSongs();

    @Override
    @Message(
            "{#switch by}{#case 'mbid'}Erkannt an der MusicBrainz-ID{#case 'isrc'}Erkannt am ISRC{#case 'key'}Erkannt an Titel und Interpret{#case 'hand'}Von Hand zugeordnet{#case}Neu für Segue{/switch}")
    String matched(String by);

    @Override
    @Message("Neu sind Songs, die hier noch niemand gehört hat. Segue empfiehlt sie nach ihren Interpreten.")
    String freshHint();

    @Override
    @Message(
            "{#if songs == 1}1 Song passt zu nichts, was hier gehört wurde{#else}{format:count(songs)} Songs passen zu nichts, was hier gehört wurde{/if}")
    String unmatched(long songs);

    @Override
    @Message("Ist es einer von diesen, nur anders geschrieben?")
    String isIt();

    @Override
    @Message("Derselbe Song")
    String accept();

    @Override
    @Message("{song} ist {other}: derselbe Song")
    String acceptNamed(String song, String other);

    @Override
    @Message("Ein anderer")
    String refuse();

    @Override
    @Message("{song} ist nicht {other}: zwei Songs")
    String refuseNamed(String song, String other);

    @Override
    @Message("Seiten der Songs ohne Zuordnung")
    String pages();

    @Override
    @Message("Zurück")
    String earlier();

    @Override
    @Message("Weiter")
    String later();

    @Override
    @Message("{format:count(first)}–{format:count(last)} von {format:count(all)}")
    String shown(long first, long last, long all);

    @Override
    @Message("Konten")
    String logins();

    @Override
    @Message("Noch kein Konto. Segue braucht eines, um die Mediathek zu lesen.")
    String noLogins();

    @Override
    @Message("als {user}")
    String as(String user);

    @Override
    @Message("Entfernen")
    String remove();

    @Override
    @Message("Konto von {name} entfernen")
    String removeLogin(String name);

    @Override
    @Message(
            "Das Konto von {name} entfernen? Lieblingssongs, Bewertungen und Wiedergaben, die nur von dort kamen, werden auch entfernt. Auf dem Server ändert sich nichts.")
    String removeLoginSure(String name);

    @Override
    @Message("Das Passwort wird noch einmal gebraucht")
    String passwordAgain();

    @Override
    @Message("Ändern, was {name} übernimmt, oder das Passwort")
    String change(String name);

    @Override
    @Message(
            "Der Schlüssel dafür liegt nicht in diesem Datenordner. Das ist nach einer Wiederherstellung so: Keine Sicherung enthält den Schlüssel.")
    String passwordGone();

    @Override
    @Message("Lass es leer, um das bisherige zu behalten.")
    String passwordKept();

    @Override
    @Message("Speichern")
    String save();

    @Override
    @Message("Gespeichert.")
    String saved();

    @Override
    @Message("Konto hinzufügen")
    String addLogin();

    @Override
    @Message("Hinzufügen und synchronisieren")
    String add();

    @Override
    @Message("Playlists im Player")
    String lists();

    @Override
    @Message(
            "Segue schickt sie als private Playlists und ersetzt sie an Ort und Stelle. Was du im Player daran änderst, wird überschrieben. Eine Playlist, die du dort löschst, bleibt weg, bis du sie wieder einschaltest.")
    String listsHint();

    @Override
    @Message(
            "Synchronisiert das ListenBrainz-Plugin von Jellyfin auch Playlists? Es legt Kopien derselben Playlists an, die „[LB] …“ heißen. Schalte dort die Aufgabe „Sync playlists“ aus, oder hier die Playlists.")
    String doubles();

    @Override
    @Message(
            "{#switch state}{#case 'sent'}geschickt{#case 'deleted'}im Player gelöscht{#case 'failed'}fehlgeschlagen{#case 'off'}aus{#case}wartet{/switch}")
    String listState(String state);

    @Override
    @Message("{#if on == 'true'}Einschalten{#else}Ausschalten{/if}")
    String switchTo(String on);

    @Override
    @Message("{list} für {name} {#if on == 'true'}einschalten{#else}ausschalten{/if}")
    String switchNamed(String on, String list, String name);

    @Override
    @Message("Mixe für Player")
    String mixes();

    @Override
    @Message(
            "Plugins für AudioMuse-AI in Navidrome, Jellyfin und Music Assistant können Segue nach ähnlichen Songs fragen. Trage dort die Adresse von Segue und dieses Token ein. Das Token gehört zur Mediathek, deshalb bekommen alle auf diesem Server dieselben Mixe. Mit dem Token einer einzelnen Person bekämen alle Mixe nach deren Geschmack.")
    String mixesHint();

    @Override
    @Message(
            "Ein Player hat nach Mixen zu einer Song-ID gefragt, die {common:all(names)} kennen. Segue konnte nicht sagen, welche gemeint war. Trage in jedem Plugin das Token der eigenen Mediathek ein.")
    String ambiguous(List<String> names);

    @Override
    @Message("Token für Mixe erstellen")
    String makeToken();

    @Override
    @Message("Token ersetzen")
    String newToken();

    @Override
    @Message("Das Token ersetzen? Plugins mit dem alten werden ab jetzt abgewiesen.")
    String newTokenSure();

    @Override
    @Message("Token widerrufen")
    String revoke();

    @Override
    @Message("Das Token widerrufen? Plugins, die es verwenden, werden ab jetzt abgewiesen.")
    String revokeSure();

    @Override
    @Message("Das Token für Mixe")
    String tokenMade();

    @Override
    @Message("Kopiere es jetzt: Segue zeigt es nur einmal.")
    String once();

    @Override
    @Message("Kopieren")
    String copy();

    @Override
    @Message("Kopiert.")
    String copied();

    @Override
    @Message("Über diesen Server")
    String about();

    @Override
    @Message(
            "Er spricht {#if kind == 'jellyfin'}die API von Jellyfin{#else}die Subsonic-API{/if}{#if software} und nennt sich {software}{/if}.")
    String saysIt(String kind, String software);

    @Override
    @Message("Er kann außerdem:")
    String abilities();

    @Override
    @Message(
            "{#switch paths}{#case 'real'}Seine Dateipfade sind echt, M3U8-Playlists können sie verwenden.{#case 'invented'}Seine Dateipfade sind erfunden, M3U8-Playlists können sie nicht verwenden. In Navidrome: Öffne Einstellungen › Player, wähle „Segue“ und schalte „Tatsächlichen Pfad melden“ ein. Synchronisiere dann.{#case}Ob seine Dateipfade echt sind, zeigt sich nach der ersten Synchronisierung.{/switch}")
    String paths(String paths);

    @Override
    @Message("Name und Adressen ändern")
    String settings();

    @Override
    @Message("Diese Mediathek entfernen")
    String removeLibrary();

    @Override
    @Message(
            "{name} entfernen? Konten, Zuordnungen und Token werden entfernt, und alles, was nur von dort kam. Auf dem Server ändert sich nichts.")
    String removeSure(String name);

    @Override
    @Message("Songs, die du gehört hast, bleiben. Playlists, die Segue auf dem Server angelegt hat, bleiben auch dort.")
    String removeHint();
}
