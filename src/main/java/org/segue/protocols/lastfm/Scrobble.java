package org.segue.protocols.lastfm;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ArtistCredit;
import org.segue.catalog.ExternalSong;
import org.segue.listens.ReportedListen;
import org.segue.listens.ToldWords;

/**
 * A play, or what plays now, as a player tells it.
 *
 * @param names what it is called
 * @param timestamp its start as it was sent, empty if it was not
 * @param listenedAt the same in seconds since 1970, 0 if that is no time
 * @param details what else was told
 * @param ignored why it is not kept
 */
record Scrobble(Names names, String timestamp, long listenedAt, Details details, Ignored ignored) {

    /**
     * What a play is called.
     *
     * @param artist of the song
     * @param track title of the song
     * @param album empty if it was not sent
     * @param albumArtist empty if it was not sent
     */
    record Names(Word artist, Word track, Word album, Word albumArtist) {}

    /**
     * What else a player tells.
     *
     * @param mbid what MusicBrainz calls the recording, null if that was not sent
     * @param durationSeconds its length, 0 if that was not sent
     * @param trackNumber its number on the album, empty if it was not sent
     * @param chosenByUser 1 if the listener chose it, 0 if somebody else did, empty if it was not sent
     * @param rating what the listener says of it, in Audioscrobbler's letters; empty if nothing
     */
    record Details(
            @Nullable String mbid, int durationSeconds, String trackNumber, String chosenByUser, String rating) {}

    private static final int MILLIS = 1000;

    /** A number is shorter, "12/30" too. */
    private static final int MAX_NUMBER_LENGTH = 16;

    /** What was played. Only of one that is kept. */
    ExternalSong recording() {
        String album = names.album().text();
        return ExternalSong.named(names.artist().text(), names.track().text(), album.isEmpty() ? null : album)
                .with(
                        details.mbid(),
                        null,
                        details.durationSeconds() == 0 ? null : Integer.valueOf(details.durationSeconds() * MILLIS));
    }

    /**
     * The play as it is kept, in the words that it was told in; what else was told has the names that ListenBrainz has for it.
     *
     * @param client name of the program that sends it, empty if it does not say
     */
    ReportedListen reported(String client) {
        ExternalSong song = recording();
        ToldWords words = new ToldWords(
                names.artist().text(),
                names.track().text(),
                song.album(),
                info(client).encode());
        return new ReportedListen(listenedAt, song, client, words, ArtistCredit.NONE);
    }

    private JsonObject info(String client) {
        JsonObject info = new JsonObject();
        put(info, "submission_client", client);
        put(info, "release_artist_name", names.albumArtist().text());
        put(info, "recording_mbid", details.mbid());
        if (details.trackNumber().length() <= MAX_NUMBER_LENGTH) {
            put(info, "tracknumber", details.trackNumber());
        }
        if (details.durationSeconds() > 0) {
            info.put("duration_ms", details.durationSeconds() * MILLIS);
        }
        if (details.chosenByUser().equals("0") || details.chosenByUser().equals("1")) {
            info.put("chosen_by_user", details.chosenByUser().equals("1"));
        }
        return info;
    }

    private static void put(JsonObject info, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            info.put(name, text);
        }
    }

    /** Whether the listener loves the song. */
    boolean isLoved() {
        return details.rating().equals("L");
    }

    /** Whether the listener would not hear it, or never again. */
    boolean isSkipped() {
        return details.rating().equals("S") || details.rating().equals("B");
    }

    boolean isKept() {
        return ignored == Ignored.NOT;
    }
}
