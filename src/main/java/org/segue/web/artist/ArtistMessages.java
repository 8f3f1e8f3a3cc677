package org.segue.web.artist;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of an artist's page. */
@MessageBundle(value = "artist", locale = "en")
interface ArtistMessages {

    @Message("Most played here")
    String mostPlayed();

    @Message("Most like them")
    String similar();
}
