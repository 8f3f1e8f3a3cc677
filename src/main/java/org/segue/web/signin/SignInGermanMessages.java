package org.segue.web.signin;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link SignInMessages} in German. */
@Localized("de")
interface SignInGermanMessages extends SignInMessages {

    @Override
    @Message("Mit dem Admin-Token, oder mit einem Token, das der Admin für dich erstellt hat.")
    String lead();

    @Override
    @Message("Angemeldet als")
    String signedInAs();

    @Override
    @Message("Token")
    String tokenLabel();

    @Override
    @Message("Dieses Token ist nicht gültig.")
    String tokenWrong();

    @Override
    @Message("Zu viele Fehlversuche. Versuch es in einer Minute noch einmal.")
    String tokenTooMany();

    @Override
    @Message("„{page}“ ist nicht für dein Konto. Melde dich mit einem Konto an, das darf, oder frag den Admin.")
    String notForYou(String page);

    @Override
    @Message("Melde dich an, um Feedback zu {name} zu geben. Segue speichert es, sobald du angemeldet bist.")
    String thenSay(String name);

    @Override
    @Message("Verloren? Setze segue.access.admin-token und starte Segue neu.")
    String lost();

    @Override
    @Message("Tokens verwalten")
    String manageTokens();
}
