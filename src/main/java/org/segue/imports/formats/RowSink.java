package org.segue.imports.formats;

import org.segue.catalog.ExternalSong;
import org.segue.listens.Measure;
import org.segue.text.Sentence;

/** Takes what an importer reads, row by row. For one thread. */
public interface RowSink extends BadRowSink {

    /** Says what the values of a file's rows mean; {@link Measure#PLAYS} unless said otherwise. */
    void measure(Measure measure);

    /**
     * Takes plays of a song by a user that are already counted, or a rating.
     *
     * @param user what the source calls the user
     * @param song what was played
     * @param value plays (positive) or rating (finite)
     */
    void interaction(String user, ExternalSong song, double value);

    /** Takes what is said of a song; of several that name it, the first with a title counts. */
    void song(ExternalSong song);

    /**
     * Takes what MusicBrainz calls an artist.
     *
     * @param name as the artist is credited where there is nobody else
     */
    default void artist(String name, String mbid) {}

    /**
     * Takes what Spotify calls a song that a row names.
     *
     * @param uri such as {@code spotify:track:4uLU6hMCjMI75M1A2tKUQC}
     */
    default void track(ExternalSong song, String uri) {}

    /** Takes a play. */
    void listen(ExternalListen listen);

    /**
     * Takes several plays of one row, of which only one time is known. Each is a listen of its own, {@link
     * ExternalListen#APART} seconds behind the one before, so that no two of them pass for one.
     *
     * @param plays how many, positive
     */
    default void listens(ExternalListen first, int plays) {
        for (int play = 0; play < plays; play++) {
            listen(first.later((long) play * ExternalListen.APART));
        }
    }

    /** Takes a verdict on a song. */
    void feedback(ExternalFeedback feedback);

    /** Takes a list of songs that somebody keeps. */
    void list(ExternalList list);

    /** Takes the user whose listens the files beside this one hold. */
    void owner(FilesOwner owner);

    /** Takes a row that is good but not wanted. */
    void skipped(String reason);

    /** Takes what is to be known of how the file was read, in a sentence. */
    void note(Sentence sentence);

    /** Takes a row that cannot be used. */
    @Override
    void badRow(String file, long line, Sentence reason);
}
