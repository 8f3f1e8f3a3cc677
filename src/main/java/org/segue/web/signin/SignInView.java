package org.segue.web.signin;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;
import org.segue.web.feedback.FeedbackOnceSignedIn;

/**
 * What the page for signing in shows.
 *
 * @param signedIn whether the caller is signed in
 * @param administrator whether the caller is the administrator
 * @param to where to go afterwards, from the root on; empty for the home page
 * @param then feedback that is given once signed in
 * @param problem what is wrong, null if nothing is
 */
@TemplateData
public record SignInView(
        boolean signedIn,
        boolean administrator,
        String to,
        FeedbackOnceSignedIn.Wish then,
        @Nullable Problem problem) {

    /** What can be wrong with signing in. */
    @TemplateData
    public enum Problem {
        /** Nobody has this token. */
        WRONG_TOKEN,
        /** Too many wrong tokens came from this address. */
        TOO_MANY_TOKENS
    }
}
