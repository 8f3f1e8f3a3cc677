package org.segue.web.home;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was sent, in an address or in a form.
 *
 * @param users public ids or names of the listeners, in the order of the fields
 * @param n how many songs, null if missing
 * @param choice how far to stray from the songs that fit best
 * @param when which plays of the listeners count, null if missing
 * @param halfLife the time after which a play counts half, null if missing
 * @param seeds public ids of songs to start from
 * @param liked title of one more song to start from, null if missing
 * @param ignored public ids of songs that the answer must not be made from
 */
record HomeQuestion(
        List<String> users,
        @Nullable String n,
        SongChoice choice,
        @Nullable String when,
        @Nullable String halfLife,
        List<String> seeds,
        @Nullable String liked,
        List<String> ignored) {}
