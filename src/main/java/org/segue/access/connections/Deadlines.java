package org.segue.access.connections;

import java.time.Duration;
import org.segue.access.AccessConfig;

/**
 * How long clients may take.
 *
 * @param request for a head, and for its body if that is small
 * @param upload for the beginning of a larger body; then each as long part has to bring what {@code uploadRate} says
 * @param uploadRate bytes a second
 * @param answer without taking anything of an answer
 */
record Deadlines(Duration request, Duration upload, long uploadRate, Duration answer) {

    /** How large a body is that has to come with its head in one go. */
    static final int MAX_SMALL_BODY = 64 << 10;

    private static final int LOOKS_IN_A_DEADLINE = 10;

    static Deadlines of(AccessConfig.Deadlines config) {
        return new Deadlines(config.request(), config.upload(), config.uploadRate(), config.answer());
    }

    /** How often a connection is to be looked at. */
    Duration betweenLooks() {
        Duration shortest = request.compareTo(answer) < 0 ? request : answer;
        return shortest.dividedBy(LOOKS_IN_A_DEADLINE);
    }
}
