package org.segue.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link RowMessages} in German. */
@Localized("de")
public interface RowGermanMessages extends RowMessages {

    @Override
    @Message("Mehr davon")
    String similar();

    @Override
    @Message("Mehr")
    String more();

    @Override
    @Message("Seite des Songs")
    String songPage();

    @Override
    @Message("Seite der Künstlerin, des Künstlers")
    String artistPage();

    @Override
    @Message("{what} (erst anmelden)")
    String signInFirst(String what);

    @Override
    @Message("Stärke {steps} von 5")
    String strength(int steps);

    @Override
    @Message("Rückgängig gemacht: {title}")
    String undone(String title);

    @Override
    @Message("Feedback geben als")
    String giveAs();
}
