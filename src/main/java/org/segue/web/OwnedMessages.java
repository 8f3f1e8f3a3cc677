package org.segue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the choice by who owns songs, on the pages of radios, songs and the map. */
@MessageBundle(value = "owned", locale = "en")
interface OwnedMessages {

    @Message("Songs in your library")
    String label();

    @Message("All songs")
    String any();

    @Message("Prefer songs in the library")
    String prefer();

    @Message("Only songs in the library")
    String only();

    @Message("Only songs not in the library")
    String missing();

    @Message("Show")
    String show();
}
