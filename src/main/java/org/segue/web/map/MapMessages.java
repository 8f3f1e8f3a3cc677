package org.segue.web.map;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the map's page. */
@MessageBundle(value = "map", locale = "en")
interface MapMessages {

    @Message("Music map")
    String title();

    @Message("Songs that are close together are played by the same people. Colors show clusters found by the model.")
    String lead();

    @Message("Show a listener’s songs")
    String user();

    @Message("Songs played: #")
    String heard();

    @Message("Not known to the model yet: #")
    String unplaced();

    @Message("Recommended today: #")
    String recommended();

    @Message("Songs on the path: #")
    String path();

    @Message("Marks on the map")
    String legend();

    @Message("played")
    String mine();

    @Message("recommended")
    String suggested();

    @Message("on the path")
    String onPath();

    @Message("in the library")
    String isOwned();

    @Message("Start a path here")
    String pathFrom();

    @Message("End the path here")
    String pathTo();

    @Message("Now choose the song where the path ends.")
    String pathNext();

    @Message("Remove the path")
    String pathOff();

    @Message("Show the path on the map")
    String pathOnMap();

    @Message("Find a song on the map")
    String search();

    @Message("No song on the map matches “#”.")
    String noMatch();

    @Message("Match #")
    String matches();

    @Message("Search all songs")
    String searchAll();

    @Message(
            "Drag to move. To zoom, use the buttons, two fingers, or Ctrl and the mouse wheel. Select a dot to see its title.")
    String hint();

    @Message(
            "With the keyboard: arrow keys move from song to song, Enter opens a song, + and − zoom, 0 shows everything.")
    String keys();

    @Message("Map of songs. The list below has the same songs by cluster.")
    String canvas();

    @Message("Zoom in")
    String zoomIn();

    @Message("Zoom out")
    String zoomOut();

    @Message("Show everything")
    String reset();

    @Message("Close")
    String close();

    @Message("Clusters")
    String groups();

    @Message("… and # more on the map")
    String more();

    @Message(
            "No map yet. The map shows songs as a trained model sees them, and there is no model with songs from your household.")
    String empty();

    @Message("Train a model")
    String train();

    @Message("Listeners: #")
    String listeners();

    @Message("The map needs JavaScript.")
    String noScript();

    @Message("Show as a list")
    String asList();
}
