package org.segue.web.map;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the map's page. */
@MessageBundle(value = "map", locale = "en")
interface MapMessages {

    @Message("The songs played here")
    String title();

    @Message("What is near each other is played by the same people. The colors are groups that the model finds.")
    String lead();

    @Message("Whose songs to show")
    String user();

    @Message("In color: the # songs here that are known to have been heard.")
    String heard();

    @Message("heard")
    String mine();

    @Message("Find on the map")
    String search();

    @Message("Drag to move, scroll to zoom, choose a point to read its name.")
    String hint();

    @Message("Map of the most-played songs; the list below has the same songs in groups")
    String canvas();

    @Message("Closer")
    String zoomIn();

    @Message("Farther")
    String zoomOut();

    @Message("Groups")
    String groups();

    @Message("There is no map yet: it takes a trained model.")
    String empty();

    @Message("# listeners")
    String listeners();

    @Message("The map is drawn by script.")
    String noScript();

    @Message("The same as a list")
    String asList();
}
