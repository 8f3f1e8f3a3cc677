package org.segue.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import java.util.List;
import org.segue.library.SongPlace;

/** {@link CommonMessages} in German. */
@Localized("de")
public interface CommonGermanMessages extends CommonMessages {

    @Override
    @Message("de")
    String language();

    @Override
    @Message("en")
    String otherLanguage();

    @Override
    @Message("English")
    String otherLanguageName();

    @Override
    @Message("Segue")
    String product();

    @Override
    @Message("Zum Inhalt springen")
    String skip();

    @Override
    @Message("Hauptmenü")
    String pages();

    @Override
    @Message("Suche")
    String find();

    @Override
    @Message("Mediathek")
    String library();

    @Override
    @Message("Karte")
    String map();

    @Override
    @Message("Importieren")
    String imports();

    @Override
    @Message("Modelle")
    String models();

    @Override
    @Message("Player verbinden")
    String tokens();

    @Override
    @Message("Das sind Beispieldaten: {format:count(listeners)} erfundene Hörer:innen.")
    String demo(long listeners);

    @Override
    @Message("Beispieldaten ({format:count(listeners)} erfundene Hörer:innen) entfernen und neu trainieren")
    String removeDemo(long listeners);

    @Override
    @Message("Eigenen Verlauf verwenden")
    String useYourOwn();

    @Override
    @Message("Beispiel")
    String demoSong();

    @Override
    @Message("Segue einrichten")
    String setUp();

    @Override
    @Message("Dokumentation")
    String docs();

    @Override
    @Message("API")
    String api();

    @Override
    @Message("Anmelden")
    String signIn();

    @Override
    @Message("Abmelden")
    String signOut();

    @Override
    @Message("Keine Treffer.")
    String matchNone();

    @Override
    @Message("1 Treffer. Wähle ihn mit den Pfeiltasten aus.")
    String matchOne();

    @Override
    @Message("# Treffer. Wähle einen mit den Pfeiltasten aus.")
    String matchMany();

    @Override
    @Message("Das hat nicht geklappt: #")
    String notDone();

    @Override
    @Message("du musst dich zuerst anmelden")
    String signedOut();

    @Override
    @Message("Segue antwortet nicht")
    String noAnswer();

    @Override
    @Message("Verbindung unterbrochen. Segue versucht es weiter …")
    String connectionLost();

    @Override
    @Message("Wieder verbunden.")
    String connectionBack();

    @Override
    @Message("Seite nicht gefunden")
    String missing();

    @Override
    @Message("Diese Seite gibt es nicht, oder sie wurde entfernt.")
    String missingHint();

    @Override
    @Message("Das hat nicht geklappt")
    String refused();

    @Override
    @Message("Zur Startseite")
    String backHome();

    @Override
    @Message("Rückgängig machen")
    String undo();

    @Override
    @Message("Abbrechen")
    String cancel();

    @Override
    @Message(
            "{#switch place.kind}{#case LIBRARY}In {place.name} öffnen{#case WORLD}{place.name}{#case SEARCH}{place.name} durchsuchen{/switch}")
    String goTo(SongPlace place);

    @Override
    @Message("Noch nie gespielt")
    String notPlayed();

    @Override
    @Message("{what}: {title}")
    String actOn(String what, String title);

    @Override
    @Message("{#for name in names}{#if name_index > 0}{#if name_hasNext}, {#else} und {/if}{/if}{name}{/for}")
    String all(List<String> names);

    @Override
    @Message("Passende Hörer:innen")
    String suggestions();

    @Override
    @Message("Hörer:in")
    String userLabel();

    @Override
    @Message("Songs")
    String songsLabel();

    @Override
    @Message("Höchstens {most} Zeichen.")
    String userTooLong(int most);

    @Override
    @Message("Hier gibt es niemanden namens {name}.")
    String nobodyCalled(String name);

    @Override
    @Message("„{name}“ kann {#for user in users}{#if user_index > 0} oder {/if}{user}{/for} sein."
            + " Gib die ID an, um zu sagen, wen du meinst.")
    String severalCalled(String name, List<String> users);

    @Override
    @Message("{what} muss {limits} sein, ist aber {typed}.")
    String outOfRange(String what, String limits, String typed);

    @Override
    @Message("{what} kann nicht {typed} sein.")
    String unreadable(String what, String typed);

    @Override
    @Message("Titel oder Künstler suchen")
    String songPlaceholder();

    @Override
    @Message("Passende Songs")
    String songSuggestions();

    @Override
    @Message("Unbekannter Künstler")
    String unknownArtist();

    @Override
    @Message("Empfehlungen zu diesem Song")
    String startFromHere();

    @Override
    @Message(
            "Vom Modell gelernt: der Kosinus der beiden Einbettungen. 100 % heißt, dass dieselben Leute beide spielen.")
    String likesLegend();

    @Override
    @Message("Die ähnlichsten zuerst. Es gibt zu wenige Hörer:innen, um zu sagen, wie ähnlich.")
    String likesFew();

    @Override
    @Message("Noch keine Daten")
    String emptyTitle();

    @Override
    @Message("Hörverlauf")
    String aboutPerson();

    @Override
    @Message("Noch nichts.")
    String nothingYet();

    @Override
    @Message("Player verbinden")
    String tokensTitle();

    @Override
    @Message("Training")
    String training();

    @Override
    @Message("Gespielt von")
    String whoPlays();

    @Override
    @Message("Und {#if count == 1}1 weitere Person{#else}{format:count(count)} weitere{/if}.")
    String otherListeners(int count);

    @Override
    @Message("{#switch training.stage}"
            + "{#case 'starting'}Startet"
            + "{#case 'searching'}Sucht die besten Hyperparameter: {format:count(training.tried)} ausprobiert"
            + "{#case 'evaluating'}Prüft die Hyperparameter an zurückgehaltenen Songs"
            + "{#case 'fitting'}Lernt aus allen Daten"
            + "{/switch}")
    String stage(TrainingStage training);

    @Override
    @Message("Konto")
    String account();

    @Override
    @Message("Admin")
    String administrator();

    @Override
    @Message("Meine Seite")
    String myPage();

    @Override
    @Message("Das kann nur der Admin.")
    String administratorOnly();

    @Override
    @Message("Sehr ähnlich")
    String verySimilar();

    @Override
    @Message("Ähnlich")
    String quiteSimilar();

    @Override
    @Message("Etwas ähnlich")
    String somewhatSimilar();

    @Override
    @Message("Weniger ähnlich")
    String lessSimilar();

    @Override
    @Message("Details")
    String details();
}
