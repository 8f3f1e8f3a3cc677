package org.segue.web.signin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the page for signing in. */
@MessageBundle(value = "signIn", locale = "en")
interface SignInMessages {

    @Message("With the administrator's token, or with one that the administrator made for you.")
    String lead();

    @Message("Signed in:")
    String signedInAs();

    @Message("administrator")
    String administrator();

    @Message("Token")
    String tokenLabel();

    @Message("This token is wrong.")
    String tokenWrong();

    @Message("Too many wrong tokens came from here. Wait for a minute.")
    String tokenTooMany();
}
