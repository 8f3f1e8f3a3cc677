package org.segue.web.library;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Messages of the page that connects libraries, and of its forms, in German. */
@Localized("de")
interface LibraryGermanMessages extends LibraryMessages {

    @Override
    @Message(
            "Verbinde deinen Musikserver. Segue empfiehlt dann Songs, die du sofort abspielen kannst, und schickt Playlists und Mixe an deinen Player.")
    String lead();

    @Override
    @Message("So funktioniert es")
    String how();

    @Override
    @Message("Mediatheken verwaltet die Administration.")
    String notYours();

    @Override
    @Message("Musikserver verbinden")
    String connect();

    @Override
    @Message("Weiteren Musikserver verbinden")
    String connectAnother();

    @Override
    @Message("Lege zuerst eine Hörerin oder einen Hörer an. Jedes Konto auf einem Server gehört zu jemandem.")
    String nobody();

    @Override
    @Message(
            "{#switch state}{#case 'ready'}bereit{#case 'working'}wird synchronisiert{#case 'problem'}braucht dich{#case}noch nicht synchronisiert{/switch}")
    String state(String state);

    @Override
    @Message("{#if kind == 'jellyfin'}Jellyfin{#else}Subsonic{/if}")
    String kind(String kind);

    @Override
    @Message("synchronisiert {ago}")
    String synced(String ago);

    @Override
    @Message("{#if count == 1}1 Konto{#else}{count} Konten{/if}")
    String logins(int count);

    @Override
    @Message("Wird synchronisiert")
    String syncing();

    @Override
    @Message("Was für ein Server ist es?")
    String which();

    @Override
    @Message(
            "{#if kind == 'jellyfin'}Jellyfin{#else}Navidrome, gonic, LMS, Airsonic, Ampache, Nextcloud, supysonic{/if}")
    String kindChoice(String kind);

    @Override
    @Message("Adresse des Servers")
    String url();

    @Override
    @Message(
            "So wie dieser Rechner ihn erreicht. In Containern ist das oft der Name des Dienstes: http://navidrome:4533")
    String urlHint();

    @Override
    @Message("Name und Adresse für Browser")
    String nameAndBrowsers();

    @Override
    @Message("Name")
    String name();

    @Override
    @Message("So heißt der Server hier. Lass es leer, um den Namen der Software zu nehmen.")
    String nameHint();

    @Override
    @Message("Adresse für Browser")
    String webUrl();

    @Override
    @Message("Dorthin führen Links wie „In Navidrome öffnen“. Lass es leer, wenn es dieselbe Adresse ist.")
    String webUrlHint();

    @Override
    @Message("Musikordner")
    String folder();

    @Override
    @Message("Der Musikordner, wie der Server ihn nennt. Pfade in M3U8-Playlists beginnen dann in diesem Ordner.")
    String folderHint();

    @Override
    @Message("Wem gehört das Konto?")
    String listener();

    @Override
    @Message("Benutzername auf dem Server")
    String account();

    @Override
    @Message("Passwort")
    String password();

    @Override
    @Message("Das ist ein API-Schlüssel")
    String isKey();

    @Override
    @Message(
            "LMS, Nextcloud und andere vergeben API-Schlüssel. Lass dann den Benutzernamen leer. Bei einem Schlüssel von Jellyfin gib beides ein.")
    String isKeyHint();

    @Override
    @Message("Was Segue aus diesem Konto übernimmt")
    String takeOver();

    @Override
    @Message("Sterne als Lieblingssongs")
    String stars();

    @Override
    @Message("Bewertungen")
    String ratings();

    @Override
    @Message("Wiedergabezahlen")
    String counts();

    @Override
    @Message(
            "Schalte das ein, wenn die Wiedergaben Segue auf keinem anderen Weg erreichen. Wiedergaben, die Segue schon kennt, zählen nicht doppelt.")
    String countsHint();

    @Override
    @Message("Lieblingssongs in Segue bekommen auf dem Server einen Stern")
    String lovesOut();

    @Override
    @Message("Verbinden und synchronisieren")
    String connectNow();

    @Override
    @Message(
            "Segue speichert das schwächste Geheimnis, das der Server annimmt, und zwar verschlüsselt. Bei den meisten Subsonic-Servern ist das ein Hash. Er öffnet das Konto so wie das Passwort.")
    String secretHint();

    @Override
    @Message("Gib die Adresse des Servers ein.")
    String urlMissing();

    @Override
    @Message("Gib eine Adresse wie http://192.168.1.10:4533 ein, ohne Benutzernamen und ohne Fragezeichen.")
    String noAddress();

    @Override
    @Message("Gib das Passwort oder den API-Schlüssel ein.")
    String passwordMissing();

    @Override
    @Message("Gib den Benutzernamen auf dem Server ein.")
    String accountMissing();

    @Override
    @Message("Wähle jemanden aus deinem Haushalt.")
    String listenerMissing();

    @Override
    @Message("Nimm höchstens {most} Zeichen.")
    String tooLong(int most);

    @Override
    @Message("Steuerzeichen gehen hier nicht.")
    String odd();

    @Override
    @Message("Mediathek verbunden")
    String hasLibrary();

    @Override
    @Message("Deinen Musikserver verbinden")
    String connectLibrary();

    @Override
    @Message(
            "Navidrome, Jellyfin und andere. Sterne und Bewertungen kommen herein. Songs aus deiner Mediathek werden zuerst empfohlen, und Playlists gehen an deinen Player.")
    String libraryHint();

    @Override
    @Message("noch nicht synchronisiert")
    String notSynced();

    @Override
    @Message("Weitere Mediathek oder weiteres Konto verbinden")
    String anotherLibrary();

    @Override
    @Message("Auch Wiedergabezahlen übernehmen")
    String withCounts();

    @Override
    @Message(
            "Noch keine Wiedergaben. Bis welche kommen, richtet sich Segue nach deinen Lieblingssongs und deiner Mediathek.")
    String onlyOwned();
}
