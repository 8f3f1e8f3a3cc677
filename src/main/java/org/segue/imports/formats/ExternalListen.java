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
 * @param msid what ListenBrainz calls the text of artist and title, null if it says nothing
 * @param client the player that sent it to the source, null if the source does not say
 * @param evidence what else decides whether it was a listen, null if nothing does
 */
public record ExternalListen(
        String user,
        ExternalSong song,
        long listenedAt,
        int spread,
        boolean isSkipped,
        @Nullable String msid,
        @Nullable String client,
        @Nullable PlayEvidence evidence) {

    /** A play of which neither the player is told nor anything is in doubt. */
    public ExternalListen(
            String user, ExternalSong song, long listenedAt, int spread, boolean isSkipped, @Nullable String msid) {
        this(user, song, listenedAt, spread, isSkipped, msid, null, null);
    }

    /** Seconds between plays of which one time is known: the least that a play takes. */
    public static final int APART = 30;

    /** The same so many seconds later. */
    public ExternalListen later(long seconds) {
        return seconds == 0 ? this : new ExternalListen(user, song, listenedAt + seconds, spread, isSkipped, msid);
    }

    /** A play that was heard, at a time that is exact to the second. */
    public static ExternalListen heard(String user, ExternalSong song, long listenedAt) {
        return new ExternalListen(user, song, listenedAt, 0, false, null);
    }

    /** The same as a player sent it to the source; null if the source does not say. */
    ExternalListen sentBy(@Nullable String player) {
        return player == null
                ? this
                : new ExternalListen(user, song, listenedAt, spread, isSkipped, msid, player, evidence);
    }

    /** The same with keys of user and song, or numbers in their place. */
    public Listen of(int userId, int songId) {
        return new Listen(userId, listenedAt, songId, isSkipped, spread, song.isByNameAlone());
    }

    /** See {@link PlayEvidence}; 0 where there is no doubt. */
    public int brokenOffAfterMs() {
        return evidence == null ? 0 : evidence.brokenOffAfterMs();
    }
}
