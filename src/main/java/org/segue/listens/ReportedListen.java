package org.segue.listens;

import org.jspecify.annotations.Nullable;
import org.segue.catalog.ArtistCredit;
import org.segue.catalog.ExternalSong;

/**
 * A listen as a player reports it.
 *
 * @param listenedAt start of the play, epoch seconds, UTC
 * @param recording what was played
 * @param client name of the program that sent it, empty if it does not say
 * @param words how it was told, null if that is not to be kept
 * @param credit the artists as far as they were told apart
 */
public record ReportedListen(
        long listenedAt,
        ExternalSong recording,
        String client,
        @Nullable ToldWords words,
        ArtistCredit credit) {

    /** A listen that comes back in the words of which its recording is made: a title and an artist are among them. */
    public static ReportedListen inItsWords(long listenedAt, ExternalSong recording, String client) {
        return new ReportedListen(listenedAt, recording, client, ToldWords.of(recording, client), ArtistCredit.NONE);
    }

    /** Of which nothing was told but what was played. */
    public ReportedListen(long listenedAt, ExternalSong recording, String client) {
        this(listenedAt, recording, client, null, ArtistCredit.NONE);
    }
}
