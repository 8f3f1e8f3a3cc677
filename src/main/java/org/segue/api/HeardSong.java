package org.segue.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.Ref;
import org.segue.catalog.SongName;

/**
 * A song that somebody without an account has heard. What it is called is given in one of three ways: its id, its MusicBrainz id, or artist and title.
 *
 * @param song public id, or what a source calls it
 * @param mbid its recording at MusicBrainz
 * @param artist who plays it
 * @param title what it is called
 * @param weight how often it was heard; 1 unless said
 * @param at when it was heard last
 */
@Schema(examples = "{\"artist\":\"Some artist\",\"title\":\"Some song\",\"weight\":3,\"at\":\"2026-11-29T20:15:00Z\"}")
public record HeardSong(
        @Schema(
                description =
                        "A public id, or {\"source\":\"hetrec\",\"id\":\"2\"}: what a source calls it. In its place stands `mbid`, or `artist`"
                                + " with `title`",
                examples = "some-song")
        @Nullable
        Ref song,

        @Schema(
                description = "The id of the recording at MusicBrainz, in the place of `song`",
                examples = "2cd0d8c5-9ad7-4e8b-8c3a-0a9ad4b4a3a1")
        @Size(max = 100, message = "must have at most {max} characters")
        @Nullable
        String mbid,

        @Schema(description = "Who plays it, with `title` in the place of `song`")
        @Size(max = MAX_NAME, message = "must have at most {max} characters")
        @Nullable
        String artist,

        @Schema(description = "What it is called, with `artist` in the place of `song`")
        @Size(max = MAX_NAME, message = "must have at most {max} characters")
        @Nullable
        String title,

        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000")
        @Schema(
                defaultValue = "1",
                description =
                        "How often it was heard; to a model of ratings, the rating. Of a song named again they add up")
        @Nullable
        Double weight,

        @Schema(
                description =
                        "When it was heard last, 1970 to 9999. Songs without it count as heard long ago, and without any there is no"
                                + " recency")
        @Nullable
        Instant at) {

    static final int MAX_NAME = 1000;

    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    /** What it is called; a problem names the place in the list. */
    SongName name(int place) {
        int ways = (song == null ? 0 : 1) + (mbid == null ? 0 : 1) + (artist == null && title == null ? 0 : 1);
        boolean isHalf = (artist == null) != (title == null);
        if (ways != 1 || isHalf) {
            throw wrong(place, "song", "must be given in one way: song, mbid, or artist and title.");
        }
        if (artist != null && (artist.isBlank() || String.valueOf(title).isBlank())) {
            throw wrong(place, artist.isBlank() ? "artist" : "title", "must not be blank.");
        }
        if (mbid != null && RecordingIds.mbid(mbid) == null) {
            throw wrong(place, "mbid", "must be an id of MusicBrainz, like 2cd0d8c5-9ad7-4e8b-8c3a-0a9ad4b4a3a1.");
        }
        return new SongName(song, RecordingIds.mbid(mbid), artist, title);
    }

    float plays() {
        return weight == null ? 1 : Math.max(weight.floatValue(), Float.MIN_NORMAL);
    }

    /** Epoch seconds, 0 if they are not known; a problem names the place in the list. */
    long seconds(int place) {
        if (at == null) {
            return 0;
        }
        if (!isUsual(at)) {
            throw wrong(place, "at", "must be a time from 1970 to 9999.");
        }
        return at.getEpochSecond();
    }

    /** Whether a clock may say so. */
    static boolean isUsual(Instant time) {
        return !time.isBefore(Instant.EPOCH) && !time.isAfter(END);
    }

    private static RuntimeException wrong(int place, String field, String what) {
        String path = "history[%d].%s".formatted(place, field);
        return Problems.outOfRange(path, path + " " + what);
    }
}
