package org.segue.web.artist;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link ArtistMessages} in German. */
@Localized("de")
interface ArtistGermanMessages extends ArtistMessages {

    @Override
    @Message("Meistgehörte Songs")
    String mostPlayed();

    @Override
    @Message("Ähnliche Künstler")
    String similar();

    @Override
    @Message("Empfehlungen zu diesem Künstler")
    String startFromHere();
}
