package org.segue.access.bodies;

import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.segue.access.PathFamily;

/**
 * What holds for the body of a request that is read into memory.
 *
 * @param maxBytes how large it may be
 * @param parsedFactor how many bytes of memory a byte of it may take once it is parsed
 * @param isPatient whether it waits for memory as long as it has to: what a player sends is never refused for what it costs
 */
record BodyRule(long maxBytes, int parsedFactor, boolean isPatient) {

    /** The largest that any body may be: a thousand listens of the largest size that the protocol allows. */
    static final long MAX_BYTES = 1000 * 10_240 + 1024;

    /** How much memory a body of that size takes once it is parsed. */
    static final long MAX_PARSED_BYTES = MAX_BYTES * 2;

    private static final long USUAL_BYTES = 1 << 20;
    private static final long SIGN_IN_BYTES = 8 << 10;

    /** Ten thousand songs of a history, with their names. */
    private static final long HISTORY_BYTES = 2_500_000;

    /** A list of one-letter words takes thirteen times its size, songs with their names take four times. */
    private static final int JSON_FACTOR = 8;

    /** Fifty scrobbles, as many as come together, with names of hundreds of letters each. */
    private static final long LAST_FM_BYTES = 256 << 10;

    /** A form becomes one text and as many as it has fields. */
    private static final int FORM_FACTOR = 6;

    private static final String LISTENS = "/1/submit-listens";
    private static final String RECOMMEND = "/recommend";
    private static final Set<String> SIGN_IN = Set.of("/sign-in", "/api/session", "/start/claim");

    /** The rule for a request. */
    static BodyRule of(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals(LISTENS)) {
            // Listens are read one by one; what is kept of them is their words.
            return new BodyRule(MAX_BYTES, 2, true);
        }
        // Everybody may send these.
        if (PathFamily.isLastFm(path)) {
            return new BodyRule(LAST_FM_BYTES, FORM_FACTOR, false);
        }
        return new BodyRule(maxBytes(path), JSON_FACTOR, PathFamily.isProtocol(path));
    }

    private static long maxBytes(String path) {
        if (path.equals(RECOMMEND)) {
            return HISTORY_BYTES;
        }
        return SIGN_IN.contains(path) ? SIGN_IN_BYTES : USUAL_BYTES;
    }
}
