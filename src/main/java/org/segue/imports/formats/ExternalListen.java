package org.segue.imports.formats;

import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.listens.Listen;

/**
 * A play as a source tells it.
 *
 * @param user what the source calls the user
 * @param song what was played
 * @param listenedAt start of the play, epoch seconds
 * @param spread the play began at that time or at most so many seconds later
 * @param isSkipped whether it was broken off so soon that it speaks against the song
 * @param details what else is told of it
 * @param evidence what else decides whether it was a listen, null if nothing does
 */
public record ExternalListen(
        String user,
        ExternalSong song,
        long listenedAt,
        int spread,
        boolean isSkipped,
        PlayDetails details,
        @Nullable PlayEvidence evidence) {

    /** Seconds between plays of which one time is known: the least that a play takes. */
    public static final int APART = 30;

    /**
     * A play of which no more is told, and nothing is in doubt.
     *
     * @param msid what ListenBrainz calls the text of artist and title, null if it says nothing
     */
    public ExternalListen(
            String user, ExternalSong song, long listenedAt, int spread, boolean isSkipped, @Nullable String msid) {
        this(user, song, listenedAt, spread, isSkipped, PlayDetails.ofMsid(msid), null);
    }

    /** The same so many seconds later. */
    public ExternalListen later(long seconds) {
        return seconds == 0
                ? this
                : new ExternalListen(user, song, listenedAt + seconds, spread, isSkipped, details, evidence);
    }

    /** The same of a user and a song that have numbers. */
    public Listen listen(int userNumber, int songNumber) {
        return new Listen(userNumber, listenedAt, songNumber, isSkipped, spread, song.isByNameAlone());
    }

    /** What ListenBrainz calls the text of artist and title, null if nothing is said of it. */
    public @Nullable String msid() {
        return details.msid();
    }

    /** The player that sent it to the source, null if the source does not say. */
    public @Nullable String client() {
        return details.client();
    }

    /** What else was told of it than what is known of the song, as a JSON object; null if nothing was. */
    public @Nullable String info() {
        return details.info();
    }

    /** After how many milliseconds it was broken off; 0 if it was not, or if the source does not say. */
    public int brokenOffAfterMs() {
        return evidence == null ? 0 : evidence.brokenOffAfterMs();
    }

    /** A play that was heard, at a time that is exact to the second. */
    public static ExternalListen heard(String user, ExternalSong song, long listenedAt) {
        return new ExternalListen(user, song, listenedAt, 0, false, null);
    }

    /** The same as a player sent it to the source; null if the source does not say. */
    ExternalListen sentBy(@Nullable String player) {
        return player == null ? this : with(details.sentBy(player));
    }

    /** The same with what else was told of it; null if nothing was. */
    ExternalListen saying(@Nullable String info) {
        return info == null ? this : with(details.saying(info));
    }

    private ExternalListen with(PlayDetails others) {
        return new ExternalListen(user, song, listenedAt, spread, isSkipped, others, evidence);
    }
}
