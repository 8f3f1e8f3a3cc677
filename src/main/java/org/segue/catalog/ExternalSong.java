package org.segue.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A song as a source knows it: by an id of the source's, or by what it is called alone.
 *
 * @param id what the source calls it; null if artist and title are all there is, and then both are given
 * @param title null if the source does not say
 * @param artist null if the source does not say
 * @param album null if the source does not say
 * @param mbid MusicBrainz recording id, null if unknown
 * @param isrc null if unknown
 * @param durationMs length in milliseconds, null if unknown
 */
public record ExternalSong(
        @Nullable String id,
        @Nullable String title,
        @Nullable String artist,
        @Nullable String album,
        @Nullable String mbid,
        @Nullable String isrc,
        @Nullable Integer durationMs) {

    /** A song that a source has an id for. */
    public ExternalSong(String id, @Nullable String title, @Nullable String artist, @Nullable String album) {
        this(id, title, artist, album, null, null, null);
    }

    /** A song that is known by artist and title. */
    public static ExternalSong named(String artist, String title, @Nullable String album) {
        return new ExternalSong(null, title, artist, album, null, null, null);
    }

    /** The same with what else identifies the recording. */
    public ExternalSong with(
            @Nullable String recordingMbid, @Nullable String recordingIsrc, @Nullable Integer lengthMs) {
        return new ExternalSong(id, title, artist, album, recordingMbid, recordingIsrc, lengthMs);
    }

    /**
     * One word for what identifies the song: two with the same need not be looked up twice. That of a song without an id has
     * tabs in it, which no id has: one if artist and title are all that is known.
     */
    public String identity() {
        if (id != null) {
            return id;
        }
        String names = artist + '\t' + title;
        return isByNameAlone() ? names : names + '\t' + details();
    }

    private String details() {
        return String.join(
                "\t",
                mbid == null ? "" : mbid,
                isrc == null ? "" : isrc,
                album == null ? "" : album,
                durationMs == null ? "" : "+");
    }

    /** Key of the recording, null without a title. */
    public @Nullable String recordingKey() {
        return title == null ? null : RecordingKey.of(artist == null ? "" : artist, title);
    }

    /**
     * Players' id of its words.
     *
     * @throws NullPointerException without a title
     */
    public String msid() {
        return RecordingKey.msid(artist == null ? "" : artist, Objects.requireNonNull(title, "no title"));
    }

    /** Whether artist and title are all that is known: of several songs of these names any may be meant. */
    public boolean isByNameAlone() {
        return id == null && album == null && mbid == null && isrc == null && durationMs == null;
    }

    /** Whether artist and title are known: a title alone is no evidence that two songs are one. */
    boolean isNamed() {
        return title != null && artist != null;
    }

    /** Key of what it is a version of; null if artist or title is unknown. */
    @Nullable
    String workKey() {
        return artist == null || title == null ? null : RecordingKey.ofWork(artist, title);
    }
}
