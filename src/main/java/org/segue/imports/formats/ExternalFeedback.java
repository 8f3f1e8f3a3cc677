package org.segue.imports.formats;

import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.feedback.Verdict;

/**
 * A verdict as a source tells it.
 *
 * @param user what the source calls the user
 * @param target what it is about
 * @param verdict what is said
 * @param judgedAt epoch seconds
 * @param until when a ban ends, epoch seconds; null for one that does not end and for other verdicts
 */
public record ExternalFeedback(
        String user,
        Target target,
        Verdict verdict,
        long judgedAt,
        @Nullable Long until) {

    /** What a verdict is about: exactly one of its parts is there, of the ids at least one. */
    public record Target(
            @Nullable String mbid,
            @Nullable String msid,
            @Nullable ExternalSong song,
            @Nullable String artist) {

        /**
         * A song that other files have to name.
         *
         * @param mbid MusicBrainz recording id, null if unknown
         * @param msid what ListenBrainz calls the text of artist and title, null if unknown
         */
        static Target byId(@Nullable String mbid, @Nullable String msid) {
            return new Target(mbid, msid, null, null);
        }

        /** A song by what is known of it. */
        static Target song(ExternalSong song) {
            return new Target(null, null, song, null);
        }

        /** An artist by name. */
        static Target artist(String name) {
            return new Target(null, null, null, name);
        }
    }
}
