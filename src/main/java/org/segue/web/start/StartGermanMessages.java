package org.segue.web.start;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link StartMessages} in German. */
@Localized("de")
interface StartGermanMessages extends StartMessages {

    @Override
    @Message(
            "Vier Schritte zu Songs, die du noch nicht gehört hast. Du kannst jederzeit aufhören und später weitermachen.")
    String lead();

    @Override
    @Message("Dieses Segue ist neu. Wer es einrichtet, wird Admin.")
    String fresh();

    @Override
    @Message("Danach: deine Musik, woraus Segue lernt, und deine ersten Empfehlungen.")
    String then();

    @Override
    @Message("Einrichten kann nur der Admin.")
    String notYours();

    @Override
    @Message("Zu viele falsche Codes. Melde dich mit dem Admin-Token an. Es steht im Log von Segue.")
    String spent();

    @Override
    @Message("Sechsstelliger Code")
    String code();

    @Override
    @Message("Er steht im Log von Segue. Mit Docker: docker compose logs segue")
    String codeHint();

    @Override
    @Message("Das ist nicht der Code aus dem Log. Versuch es noch einmal.")
    String wrongCode();

    @Override
    @Message("Dieses Segue ist schon eingerichtet. Melde dich mit dem Admin-Token an.")
    String claimed();

    @Override
    @Message("Öffne diese Seite im Browser und sende das Formular von dort.")
    String foreign();

    @Override
    @Message("erledigt")
    String done();

    @Override
    @Message("offen")
    String open();

    @Override
    @Message("freiwillig")
    String optional();

    @Override
    @Message("Wer hört hier?")
    String who();

    @Override
    @Message("Namen")
    String names();

    @Override
    @Message("Ein Name oder mehrere, mit Komma getrennt: Anna, Ben")
    String namesHint();

    @Override
    @Message("Loslegen")
    String begin();

    @Override
    @Message("Hinzufügen")
    String add();

    @Override
    @Message("Noch jemanden hinzufügen")
    String another();

    @Override
    @Message("Gib mindestens einen Namen ein.")
    String nameMissing();

    @Override
    @Message("{most} Namen auf einmal sind genug. Füge die anderen danach hinzu.")
    String tooManyNames(int most);

    @Override
    @Message("Ein Name kann keine Steuerzeichen haben.")
    String oddName();

    @Override
    @Message("Wer ist {name}?")
    String question(String name);

    @Override
    @Message("{name}, deren oder dessen Verlauf schon hier ist")
    String isBrought(String name);

    @Override
    @Message("Jemand anderes")
    String isNew();

    @Override
    @Message("Aus einem Import gibt es schon jemanden namens {name}. Sag, wen du meinst.")
    String brought(String name);

    @Override
    @Message("Mehr Hörer:innen findest du unter Suche.")
    String moreListeners();

    @Override
    @Message("Wo ist ihre Musik?")
    String where();

    @Override
    @Message("Sag zuerst, wer hört.")
    String whoFirst();

    @Override
    @Message("Noch kein Verlauf")
    String noMusic();

    @Override
    @Message("Dateien importieren")
    String importFiles();

    @Override
    @Message("Dateien für {name} importieren")
    String importFor(String name);

    @Override
    @Message("Dateien mit dem Verlauf von {name}")
    String filesOf(String name);

    @Override
    @Message("Vorschau")
    String preview();

    @Override
    @Message("Vorschau für {name}")
    String previewFor(String name);

    @Override
    @Message("So kommst du an deine Dateien")
    String getFiles();

    @Override
    @Message("{#switch service}"
            + "{#case 'Spotify'}spotify.com › Konto › Konto-Datenschutz. Wähle „Erweiterter Streamingverlauf“, dann „Daten anfordern“. Innerhalb von 30 Tagen kommt eine E-Mail mit einer ZIP-Datei. Importiere sie, wie sie ist."
            + "{#case 'Last.fm'}Last.fm hat keinen eigenen Export. Öffne lastfm.ghan.nl/export, gib deinen Benutzernamen ein und sichere die CSV-Datei."
            + "{#case 'Apple Music'}privacy.apple.com › Kopie deiner Daten anfordern › Informationen zu Apple-Mediendiensten. Es dauert bis zu sieben Tage. Importiere Apple_Media_Services.zip, wie sie ist."
            + "{#case 'YouTube Music'}takeout.google.com › Auswahl aufheben › YouTube und YouTube Music. Wähle JSON für den Verlauf, und nur den Verlauf. Importiere die ZIP-Datei, wie sie ist."
            + "{#case 'Deezer'}deezer.com/account › Persönliche Daten › Meine persönlichen Daten › Anfordern. Importiere die .xlsx-Datei oder ihre ZIP-Datei."
            + "{#case 'Amazon Music'}amazon.de › Mein Konto › Daten anfordern › Amazon Music. In ein paar Tagen kommt ein Link. Importiere die ZIP-Datei, wie sie ist."
            + "{#case 'ListenBrainz'}listenbrainz.org › dein Name › Settings › Export data. Importiere die ZIP-Datei, wie sie ist."
            + "{#case 'Navidrome'}Halte Navidrome an, kopiere navidrome.db aus seinem Datenordner und starte es wieder. Importiere die Kopie."
            + "{#case 'Jellyfin'}Mit dem Plugin Playback Reporting: Dashboard › Playback Reporting › Settings › Save backup data. Importiere die .tsv-Datei."
            + "{#case 'Plex with Tautulli'}Sichere als JSON, was get_history von Tautulli antwortet (media_type=track, length=100000), und importiere das."
            + "{#case 'iTunes'}Ablage › Mediathek › Mediathek exportieren. Importiere Library.xml."
            + "{#case 'Libre.fm'}Edit profile › Export data. Importiere die CSV-Datei und die JSON-Datei deiner Lieblingssongs."
            + "{#case 'Koito'}Settings › Export. Importiere koito_export.json."
            + "{#case 'Maloja'}Settings › Manual export. Importiere die JSON-Datei."
            + "{#case 'Pano Scrobbler'}Einstellungen › Exportieren. Importiere die JSON- oder CSV-Datei."
            + "{#case 'Rockbox'}Kopiere .scrobbler.log oder .rockbox/playback.log vom Player."
            + "{#case 'other'}Jede Tabelle (CSV, TSV oder JSON-Zeilen) mit Titel und Künstler in jeder Zeile. Eine Zeit oder eine Zahl von Wiedergaben macht sie besser."
            + "{/switch}")
    String clicks(String service);

    @Override
    @Message("Etwas anderes")
    String otherService();

    @Override
    @Message("Player verbinden, der scrobbelt")
    String player();

    @Override
    @Message(
            "Neue Wiedergaben kommen dann von selbst. Gib in Navidrome, Jellyfin und anderen diese Adresse und das Token ein.")
    String playerHint();

    @Override
    @Message("Adresse")
    String address();

    @Override
    @Message("Wessen Player ist es?")
    String whosePlayer();

    @Override
    @Message("Token erstellen")
    String createToken();

    @Override
    @Message("Token für {name}")
    String tokenOf(String name);

    @Override
    @Message("Kopiere es jetzt: Segue zeigt es nur einmal.")
    String once();

    @Override
    @Message("Was in welchen Player gehört")
    String players();

    @Override
    @Message("Woraus lernt Segue?")
    String what();

    @Override
    @Message("Segue empfiehlt Songs, die andere spielen. Je mehr Leute es kennt, desto besser.")
    String whatLead();

    @Override
    @Message(
            "Segue lernt aus {#if count == 1}1 Person{#else}{format:count(count)} Personen{/if} in den Hintergrunddaten.")
    String strangers(long count);

    @Override
    @Message("Öffentliche Wiedergaben von ListenBrainz")
    String listenBrainz();

    @Override
    @Message(
            "Was Leute auf ListenBrainz in den letzten Tagen gespielt haben. Lizenz: {licence}, frei für jeden Zweck. Namen werden nicht gespeichert, und du kannst alles auf einmal rückgängig machen.")
    String listenBrainzLead(String licence);

    @Override
    @Message("Größe und Dauer zeigen")
    String showSizes();

    @Override
    @Message("Der Spiegelserver wird gefragt …")
    String asking();

    @Override
    @Message("Wie viel?")
    String howMuch();

    @Override
    @Message(
            "{#if dumps == 1}Der neueste Tag{#else}Die neuesten {dumps} Tage{/if}: {format:size(bytes)} laden, etwa {#if minutes == 1}1 Minute{#else}{format:count(minutes)} Minuten{/if} lesen")
    String choice(int dumps, long bytes, long minutes);

    @Override
    @Message("Dafür fehlen {format:size(bytes)} auf der Platte")
    String lacks(long bytes);

    @Override
    @Message("{format:size(bytes)} sind auf der Platte frei. Mehr Tage bringen mehr Leute und bessere Empfehlungen.")
    String more(long bytes);

    @Override
    @Message("Wie viele Leute höchstens?")
    String howMany();

    @Override
    @Message("Gut für die meisten Rechner: 20.000. Mit weniger geht das Training schneller.")
    String howManyHint();

    @Override
    @Message("Laden und trainieren")
    String load();

    @Override
    @Message("Ein eigener Datensatz")
    String dataSet();

    @Override
    @Message(
            "Eine Tabelle mit Wiedergaben vieler Leute, etwa ein öffentlicher Forschungsdatensatz. Die Leute darin bleiben hier unsichtbar. Prüfe zuerst die Lizenz.")
    String dataSetLead();

    @Override
    @Message("Datei des Datensatzes")
    String dataSetFile();

    @Override
    @Message("Verwenden und trainieren")
    String useDataSet();

    @Override
    @Message("Wähle eine Datei.")
    String fileMissing();

    @Override
    @Message("Die Datei ist nicht vollständig angekommen. Sende sie noch einmal.")
    String malformed();

    @Override
    @Message("Segue kann die Datei nicht speichern. Vielleicht ist die Platte voll.")
    String unkept();

    @Override
    @Message("Noch jemand")
    String anotherListener();

    @Override
    @Message("Auch was Freunde oder Familie spielen, hilft. Füge sie in Schritt 1 hinzu.")
    String anotherLead();

    @Override
    @Message("Jemanden hinzufügen")
    String addListener();

    @Override
    @Message(
            "Mit einer Person und ohne Hintergrunddaten zeigt Segue ähnliche Songs, Radio und Wiederentdeckungen. Für neue Songs füge eines davon hinzu.")
    String alone();

    @Override
    @Message("{#if kind == 'import'}Datensatz{#else}ListenBrainz{/if}")
    String kind(String kind);

    @Override
    @Message("{#switch step}"
            + "{#case 'asking'}Fragt den Spiegelserver"
            + "{#case 'loading'}Lädt"
            + "{#case 'reading'}Liest"
            + "{#case}Wartet"
            + "{/switch}")
    String step(String step);

    @Override
    @Message("Hintergrunddaten {id}")
    String number(int id);

    @Override
    @Message(
            "Hintergrunddaten {id} rückgängig machen? Ihre Leute werden entfernt, und Segue trainiert beim nächsten Mal ohne sie.")
    String undoSure(int id);

    @Override
    @Message("Fertig?")
    String ready();

    @Override
    @Message("Noch nichts zu empfehlen. Importiere zuerst einen Verlauf.")
    String nothing();

    @Override
    @Message(
            "{#if songs == 1}1 Song ist{#else}{format:count(songs)} Songs sind{/if} hier. Trainiere einmal, dann kann Segue empfehlen.")
    String untrained(long songs);

    @Override
    @Message("Seit dem letzten Training gibt es Neues.")
    String news();

    @Override
    @Message("Segue hat aus allem gelernt, was hier ist.")
    String upToDate();

    @Override
    @Message("Jetzt trainieren")
    String train();

    @Override
    @Message("Ein Import läuft.")
    String importing();

    @Override
    @Message("Empfehlungen ansehen für")
    String seeOf();

    @Override
    @Message("{name}: Empfehlungen ansehen")
    String see(String name);

    @Override
    @Message("Beispieldaten entfernen")
    String removeDemo();

    @Override
    @Message("Beispieldaten und ihre erfundenen Hörer:innen entfernen? Das lässt sich nicht rückgängig machen.")
    String removeDemoSure();

    @Override
    @Message("{format:size(loaded)} von {format:size(bytes)}")
    String loaded(long loaded, long bytes);
}
