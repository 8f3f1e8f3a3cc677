package org.segue.imports;

import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.listens.Measure;

/** Takes what an importer reads, row by row. For one thread. */
public interface RowSink {

    /** Says what the values of the rows mean; {@link Measure#PLAYS} unless said otherwise. */
    void measure(Measure measure);

    /**
     * Takes plays of a song by a user.
     *
     * @param user what the source calls the user
     * @param song what the source calls the song
     * @param value plays (positive) or rating (finite)
     * @param listenedAt start of a single play, epoch seconds; null for plays already counted
     */
    void interaction(String user, String song, double value, @Nullable Long listenedAt);

    /** Takes what is said of a song; of several that name it, the first with a title counts. */
    void song(ExternalSong song);

    /** Takes a row that cannot be used. */
    void badRow(String file, long line, String reason);
}
