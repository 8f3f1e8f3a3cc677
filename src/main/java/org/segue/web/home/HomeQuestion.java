package org.segue.web.home;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was sent, in an address or in a form.
 *
 * @param users public ids or names of the listeners, in the order of the fields
 * @param n how many songs, null if missing
 * @param choice how far to stray from the songs that fit best, and which songs may be in the answer
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
        List<String> ignored) {

    /** What an address or a form must have one of to be a question. */
    private static final List<String> ASKING = List.of("user", "n", "seed", "like");

    /**
     * Reads a question; fields that are missing or mean nothing count as not sent.
     *
     * @param sent {@code user}: public ids or names of the listeners; {@code n}: how many songs; {@code adventure}: how far from the
     *     plain ranking, 0 to 1; {@code mode}: discover or rediscover; {@code maxPerArtist}: the most songs of one artist; {@code
     *     versions}: true for live versions, remixes and the like of songs heard; {@code untried}: where songs come that nobody has
     *     played; {@code owned}: what is made of songs that the listeners own; {@code when} and {@code halfLife}: which plays count;
     *     {@code seed}: public ids of songs to start from; {@code like}: title of one more; {@code ignore}: public ids of songs that
     *     the answer must not be made from
     */
    static HomeQuestion of(MultivaluedMap<String, String> sent) {
        return new HomeQuestion(
                all(sent, "user"),
                sent.getFirst("n"),
                SongChoice.of(sent::getFirst),
                sent.getFirst("when"),
                sent.getFirst("halfLife"),
                all(sent, "seed"),
                sent.getFirst("like"),
                all(sent, "ignore"));
    }

    /** What a listener is asked for who opens the page: their own list. */
    static HomeQuestion ofListener(String user) {
        return new HomeQuestion(List.of(user), null, SongChoice.NONE, null, null, List.of(), null, List.of());
    }

    /** Whether an address or a form asks for anything: an empty field is a mistake, a page opened without one is none. */
    static boolean isIn(MultivaluedMap<String, String> sent) {
        return ASKING.stream().anyMatch(sent::containsKey);
    }

    private static List<String> all(MultivaluedMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of());
    }
}
