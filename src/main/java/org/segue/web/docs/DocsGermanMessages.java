package org.segue.web.docs;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link DocsMessages} in German. */
@Localized("de")
interface DocsGermanMessages extends DocsMessages {

    @Override
    @Message("Dokumentation")
    String title();

    @Override
    @Message("Seiten der Dokumentation")
    String pages();

    @Override
    @Message(
            "Wie du Segue benutzt, betreibst und änderst. Die Seiten sind auf Englisch. Adressen in den Beispielen gehören zu einem Dienst auf deinem eigenen Rechner.")
    String lead();
}
