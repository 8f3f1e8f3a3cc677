package org.segue.web.map;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Messages of the map's page, in German. */
@Localized("de")
interface MapGermanMessages extends MapMessages {

    @Override
    @Message("Musikkarte")
    String title();

    @Override
    @Message(
            "Songs, die nah beieinander liegen, werden von denselben Leuten gehört. Die Farben zeigen Gruppen, die das Modell findet.")
    String lead();

    @Override
    @Message("Songs von jemandem zeigen")
    String user();

    @Override
    @Message("Gehörte Songs: #")
    String heard();

    @Override
    @Message("Dem Modell noch unbekannt: #")
    String unplaced();

    @Override
    @Message("Heute empfohlen: #")
    String recommended();

    @Override
    @Message("Songs auf dem Pfad: #")
    String path();

    @Override
    @Message("Zeichen auf der Karte")
    String legend();

    @Override
    @Message("gehört")
    String mine();

    @Override
    @Message("empfohlen")
    String suggested();

    @Override
    @Message("auf dem Pfad")
    String onPath();

    @Override
    @Message("in der Mediathek")
    String isOwned();

    @Override
    @Message("Pfad hier beginnen")
    String pathFrom();

    @Override
    @Message("Pfad hier beenden")
    String pathTo();

    @Override
    @Message("Wähle jetzt den Song, bei dem der Pfad endet.")
    String pathNext();

    @Override
    @Message("Pfad entfernen")
    String pathOff();

    @Override
    @Message("Pfad auf der Karte zeigen")
    String pathOnMap();

    @Override
    @Message("Song auf der Karte suchen")
    String search();

    @Override
    @Message("Kein Song auf der Karte passt zu „#“.")
    String noMatch();

    @Override
    @Message("Treffer #")
    String matches();

    @Override
    @Message("Alle Songs durchsuchen")
    String searchAll();

    @Override
    @Message(
            "Ziehen verschiebt die Karte. Zum Zoomen nimm die Knöpfe, zwei Finger oder Strg und das Mausrad. Wähle einen Punkt, um seinen Titel zu sehen.")
    String hint();

    @Override
    @Message(
            "Mit der Tastatur: Pfeiltasten gehen von Song zu Song, die Eingabetaste öffnet einen Song, + und − zoomen, 0 zeigt alles.")
    String keys();

    @Override
    @Message("Karte der Songs. Die Liste darunter zeigt dieselben Songs nach Gruppen.")
    String canvas();

    @Override
    @Message("Vergrößern")
    String zoomIn();

    @Override
    @Message("Verkleinern")
    String zoomOut();

    @Override
    @Message("Alles zeigen")
    String reset();

    @Override
    @Message("Schließen")
    String close();

    @Override
    @Message("Gruppen")
    String groups();

    @Override
    @Message("… und # weitere auf der Karte")
    String more();

    @Override
    @Message(
            "Noch keine Karte. Sie zeigt Songs so, wie ein trainiertes Modell sie sieht. Es gibt noch kein Modell mit Songs aus deinem Haushalt.")
    String empty();

    @Override
    @Message("Modell trainieren")
    String train();

    @Override
    @Message("Hörer:innen: #")
    String listeners();

    @Override
    @Message("Die Karte braucht JavaScript.")
    String noScript();

    @Override
    @Message("Als Liste zeigen")
    String asList();
}
