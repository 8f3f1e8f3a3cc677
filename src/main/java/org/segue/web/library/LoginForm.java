package org.segue.web.library;

import io.quarkus.qute.TemplateData;
import org.segue.library.LoginTaste;

/**
 * A listener's account on a server as it was typed, without its secret.
 *
 * @param listener public id
 * @param user account on the server
 * @param isKey whether the secret is an API key
 * @param taste what is taken over
 * @param problem what is wrong with it
 */
@TemplateData
public record LoginForm(String listener, String user, boolean isKey, LoginTaste taste, FieldProblem problem) {

    /** Nothing is typed. */
    static final LoginForm BLANK = new LoginForm("", "", false, LoginTaste.DEFAULT, FieldProblem.NONE);

    LoginForm with(FieldProblem other) {
        return new LoginForm(listener, user, isKey, taste, other);
    }
}
