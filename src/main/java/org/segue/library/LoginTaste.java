package org.segue.library;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What of a login's taste counts here, and what is sent there.
 *
 * @param stars whether its stars are loves here
 * @param ratings whether its ratings are ratings here
 * @param counts whether its play counts count here, as far as they are not known from elsewhere
 * @param lovesOut whether loves here become stars there
 */
@RegisterForReflection // part of the JSON of a login
public record LoginTaste(boolean stars, boolean ratings, boolean counts, boolean lovesOut) {

    /** Of a login of which nobody has said anything else. */
    public static final LoginTaste DEFAULT = new LoginTaste(true, true, false, false);

    /** Nothing. */
    public static final LoginTaste NONE = new LoginTaste(false, false, false, false);

    /** Whether anything of the login's taste counts here. */
    public boolean takesAnything() {
        return stars || ratings || counts;
    }
}
