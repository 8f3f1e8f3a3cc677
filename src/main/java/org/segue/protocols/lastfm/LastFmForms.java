package org.segue.protocols.lastfm;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What players send in forms, for the OpenAPI document alone: {@link FormFields} reads it. */
final class LastFmForms {

    private LastFmForms() {}

    /**
     * A call of a method.
     *
     * @param method which one
     * @param sk key of the session, of all methods but {@code auth.getMobileSession}
     * @param username the listener, to sign in
     * @param password a token of the listener
     * @param authToken instead of the password
     * @param artist of the song
     * @param track title of the song
     * @param timestamp when it began
     * @param album it was played from
     * @param albumArtist of that
     * @param mbid id of the recording
     * @param duration length of the song
     * @param format of the answer
     */
    @Schema(requiredProperties = "method")
    record MethodCall(
            @Schema(
                    enumeration = {
                        "auth.getMobileSession",
                        "track.scrobble",
                        "track.updateNowPlaying",
                        "track.love",
                        "track.unlove"
                    })
            String method,

            @Schema(description = "Session key, of all methods but `auth.getMobileSession`")
            String sk,

            @Schema(description = "Name of the listener, to sign in")
            String username,

            @Schema(description = "A token of the listener, to sign in")
            String password,

            @Schema(
                    description =
                            "Instead of `password`: MD5 of the name and the MD5 of a token that was made for such players")
            String authToken,

            @Schema(description = "Of several scrobbles `artist[0]` to `artist[49]`, and so with the fields below")
            String artist,

            @Schema(description = "The title") String track,

            @Schema(description = "Start of the play, in seconds since 1970")
            String timestamp,

            @Schema(description = "The album") String album,
            @Schema(description = "Artist of the album") String albumArtist,

            @Schema(description = "MusicBrainz id of the recording; passed over if it is none")
            String mbid,

            @Schema(description = "In seconds; passed over if it is no number")
            String duration,

            @Schema(description = "`json` for an answer in JSON instead of XML")
            String format) {}

    /**
     * Plays, or what plays now, as Audioscrobbler 1.2 has it.
     *
     * @param session that the handshake told
     * @param artist of the song
     * @param title of the song
     * @param startedAt when it began
     * @param source who chose the song
     * @param rating what the listener says of it
     * @param length of the song
     * @param album it was played from
     * @param number on that
     * @param mbid id of the recording
     */
    @Schema(requiredProperties = "s")
    record Submission(
            @JsonProperty("s") @Schema(description = "Session that the handshake told")
            String session,

            @JsonProperty("a") @Schema(description = "Artist. Of plays `a[0]` to `a[49]`, and so with the fields below")
            String artist,

            @JsonProperty("t") @Schema(description = "Title")
            String title,

            @JsonProperty("i") @Schema(description = "Start of the play, in seconds since 1970")
            String startedAt,

            @JsonProperty("o") @Schema(description = "Who chose the song; passed over")
            String source,

            @JsonProperty("r")
            @Schema(description = "`L` loves the song; with `B` or `S` it was skipped, and is no listen")
            String rating,

            @JsonProperty("l") @Schema(description = "Length in seconds")
            String length,

            @JsonProperty("b") @Schema(description = "Album")
            String album,

            @JsonProperty("n") @Schema(description = "Number on the album; passed over")
            String number,

            @JsonProperty("m") @Schema(description = "MusicBrainz id of the recording")
            String mbid) {}
}
