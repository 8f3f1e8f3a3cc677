package org.segue.web.artist;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of an artist's page. */
@MessageBundle(value = "artist", locale = "en")
interface ArtistMessages {

    @Message("Top songs")
    String mostPlayed();

    @Message("Similar artists")
    String similar();

    @Message("Recommend from this artist")
    String startFromHere();
}
