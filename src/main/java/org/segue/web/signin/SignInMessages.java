package org.segue.web.signin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the page for signing in. */
@MessageBundle(value = "signIn", locale = "en")
interface SignInMessages {

    @Message("Use the administrator token, or a token that the administrator created for you.")
    String lead();

    @Message("Signed in as")
    String signedInAs();

    @Message("Token")
    String tokenLabel();

    @Message("That token isn’t valid.")
    String tokenWrong();

    @Message("Too many failed attempts. Try again in a minute.")
    String tokenTooMany();

    @Message("“{page}” isn’t for your account. Sign in as somebody who can use it, or ask the administrator.")
    String notForYou(String page);

    @Message("Sign in to give feedback on {name}. Segue saves it as soon as you’re signed in.")
    String thenSay(String name);

    @Message("Lost it? Set segue.access.admin-token and restart Segue.")
    String lost();

    @Message("Manage tokens")
    String manageTokens();
}
