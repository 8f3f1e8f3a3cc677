package org.segue.imports.formats;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.SkipPhrase;

/**
 * Spotify's extended streaming history: an array of plays, {@code Streaming_History_Audio_….json} or {@code endsong_….json}.
 * Nothing is read of the address and the device that it tells as well.
 *
 * <p>{@code ts} is the end of a play, or the moment at which a device that was offline came back: then {@code
 * offline_timestamp} tells the start. A song that was played to its end is a listen, however short; so is one of thirty seconds,
 * unless Spotify marks it as skipped, or the listener went on or back by a button before half of it. Its length is the longest
 * time that it was ever played to its end.
 */
public final class SpotifyImporter implements HistoryImporter {

    /** What the format is called. */
    public static final String NAME = "spotify-extended";

    /** What Spotify's files are called as a source. */
    static final String SPOTIFY = "spotify";

    /** A play below this is a skip unless the song was over; Spotify itself counts a stream from here on. */
    static final long HEARD_FROM_MS = 30_000;

    public static final String NO_SONG = SkipPhrase.NO_SONG.english();
    private static final String INCOGNITO = SkipPhrase.PRIVATE.english();

    private static final String TRACK = "spotify:track:";

    private static final String PLAYED_TO_THE_END = "trackdone";

    /** What is told so long after a play is no time of that play. */
    private static final long MAX_OFFLINE = 30L * 24 * 3600;

    private static final long MILLISECONDS_FROM = 1_000_000_000_000L;

    private static final Format FORMAT = new Format(NAME, SPOTIFY, Signature.json("ts", "ms_played"));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        JsonEntries.readArray(file, sink, entry -> read(entry, user, sink));
    }

    private static void read(JsonEntry entry, String user, RowSink sink) throws BadRowException {
        if (!entry.has("ts") && !entry.has("ms_played")) {
            throw new BadRowException(RowPhrase.SPOTIFY.with());
        }
        String title = entry.text("master_metadata_track_name");
        String artist = entry.text("master_metadata_album_artist_name");
        if (entry.isTrue("incognito_mode")) {
            sink.skipped(INCOGNITO);
        } else if (title == null || artist == null) {
            sink.skipped(NO_SONG);
        } else {
            sink.listen(play(entry, user, Fields.song(artist, title, entry.text("master_metadata_album_album_name"))));
        }
    }

    private static ExternalListen play(JsonEntry entry, String user, ExternalSong song) throws BadRowException {
        long played = Fields.played("ms_played", entry.text("ms_played"));
        long end = Fields.time("ts", entry.text("ts"));
        long reckoned = end - played / 1000;
        boolean isShort = played < HEARD_FROM_MS;
        String reason = entry.text("reason_end");
        boolean isWhole = PLAYED_TO_THE_END.equals(reason);
        boolean isSkipped = !isWhole && (isShort || entry.isTrue("skipped"));
        boolean isInDoubt = !isWhole && !isSkipped && ("fwdbtn".equals(reason) || "backbtn".equals(reason));
        return new ExternalListen(
                user,
                isWhole && played > 0 ? song.with(null, null, (int) Math.min(played, Integer.MAX_VALUE)) : song,
                start(entry.text("offline_timestamp"), end, reckoned),
                0,
                isSkipped,
                PlayDetails.NONE.saying(info(entry)),
                new PlayEvidence(isInDoubt ? (int) Math.min(played, Integer.MAX_VALUE) : 0, reckoned, isShort));
    }

    // How long it was heard is another number each time, and in no list of listens.
    private static @Nullable String info(JsonEntry entry) {
        String uri = entry.text("spotify_track_uri");
        return uri == null || !uri.startsWith(TRACK)
                ? null
                : PlayInfo.empty()
                        .text("music_service", "spotify.com")
                        .text("spotify_id", "https://open.spotify.com/track/" + uri.substring(TRACK.length()))
                        .told();
    }

    private static long start(@Nullable String offline, long end, long reckoned) {
        long told = whole(offline);
        long seconds = told >= MILLISECONDS_FROM ? told / 1000 : told;
        return seconds > 0 && seconds <= end && end - seconds <= MAX_OFFLINE ? seconds : reckoned;
    }

    // What is no number tells nothing: the row is good without it.
    private static long whole(@Nullable String text) {
        try {
            return text == null ? 0 : (long) Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
