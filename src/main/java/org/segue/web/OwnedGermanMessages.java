package org.segue.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Messages of the choice by who owns songs, on the pages of radios, songs and the map, in German. */
@Localized("de")
interface OwnedGermanMessages extends OwnedMessages {

    @Override
    @Message("Songs in deiner Mediathek")
    String label();

    @Override
    @Message("Alle Songs")
    String any();

    @Override
    @Message("Songs aus der Mediathek bevorzugen")
    String prefer();

    @Override
    @Message("Nur Songs aus der Mediathek")
    String only();

    @Override
    @Message("Nur Songs, die in der Mediathek fehlen")
    String missing();

    @Override
    @Message("Anzeigen")
    String show();
}
