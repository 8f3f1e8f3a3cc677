package org.segue.imports.formats;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.feedback.Verdict;
import org.segue.imports.ImportOptions;
import org.segue.imports.SkipPhrase;
import org.segue.imports.formats.ExternalFeedback.Target;

/**
 * Last.fm as its API tells it: one answer, or an array of pages as mainstream.ghan.nl saves them. Of {@code
 * user.getRecentTracks} each track is a listen; of {@code user.getLovedTracks}, which Libre.fm exports too, a love; of {@code
 * user.getTopTracks} it is plays that are counted already. A page with a single track has an object in place of the array.
 */
final class LastFmApiImporter implements HistoryImporter {

    static final String PLAYING_NOW = SkipPhrase.STILL_PLAYING.english();

    private static final String RECENT = "recenttracks";
    private static final String LOVED = "lovedtracks";
    private static final String TOP = "toptracks";
    private static final Set<String> LISTS = Set.of(RECENT, LOVED, TOP);

    private static final Format FORMAT = new Format(
            "lastfm-json",
            LastFmCsvImporter.LASTFM,
            Signature.json("track", "#text")
                    .or(Signature.json(RECENT))
                    .or(Signature.json(LOVED))
                    .or(Signature.json(TOP)));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        TrackReader tracks = new TrackReader(Fields.user(file, options), sink);
        JsonEntries.read(file, sink, Set.of("track"), tracks, tracks::read);
    }

    /** Reads tracks by the list in which they are. For one thread. */
    private static final class TrackReader implements JsonEntries.TextReader {

        private final String user;
        private final RowSink sink;
        private String list = RECENT;

        TrackReader(String user, RowSink sink) {
            this.user = user;
            this.sink = sink;
        }

        @Override
        public void read(String name, String value) {}

        @Override
        public void enter(String name) {
            if (LISTS.contains(name)) {
                list = name;
            }
        }

        void read(JsonEntry track) throws BadRowException {
            switch (list) {
                case LOVED -> love(track);
                case TOP -> plays(track);
                default -> listen(track);
            }
        }

        private void listen(JsonEntry track) throws BadRowException {
            if (track.object("@attr").isTrue("nowplaying")) {
                sink.skipped(PLAYING_NOW);
                return;
            }
            ExternalSong song = song(track);
            sink.listen(ExternalListen.heard(user, song, time(track)).saying(info(track, song)));
            if ("1".equals(track.text("loved"))) {
                love(track);
            }
        }

        private static @Nullable String info(JsonEntry track, ExternalSong song) {
            return LastFmTableImporter.info(
                    song,
                    track.object("artist").text("mbid"),
                    track.object("album").text("mbid"));
        }

        private void love(JsonEntry track) throws BadRowException {
            sink.feedback(new ExternalFeedback(user, Target.song(song(track)), Verdict.LOVE, time(track), null));
        }

        // The charts of artists and countries look alike, but count everybody's plays, and listeners too.
        private void plays(JsonEntry track) throws BadRowException {
            if (track.has("listeners")) {
                throw new BadRowException(RowPhrase.EVERYBODYS.with());
            }
            String plays = track.text("playcount");
            if (plays == null) {
                throw new BadRowException(RowPhrase.MISSING_PLAYCOUNT.with());
            }
            sink.interaction(user, song(track), Fields.plays("playcount", plays));
        }

        private static long time(JsonEntry track) throws BadRowException {
            return Fields.time("date.uts", track.object("date").text("uts"));
        }

        private static ExternalSong song(JsonEntry track) throws BadRowException {
            return Fields.song(named(track, "artist"), track.text("name"), named(track, "album"))
                    .with(RecordingIds.mbid(track.text("mbid")), null, null);
        }

        // The extended form of the API has "name" where the short one has "#text".
        private static @Nullable String named(JsonEntry track, String what) {
            String plain = track.text(what);
            return plain != null ? plain : track.object(what).text("#text", "name");
        }
    }
}
