package org.segue.imports.formats;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.imports.SkipPhrase;

/**
 * YouTube Music in Google's Takeout, {@code watch-history.json}: an array of {@code {header, title, titleUrl, subtitles, time}} of
 * all that was watched, of which the entries with the header "YouTube Music" are songs. The channel in {@code subtitles} is the
 * artist if it ends in "- Topic"; else the entry is a video, whose title may name the artist. How long anything was heard is not
 * told: each entry is a listen.
 */
final class YouTubeMusicImporter implements HistoryImporter {

    static final String NO_MUSIC = SkipPhrase.NOT_YOUTUBE_MUSIC.english();
    static final String GONE = SkipPhrase.GONE.english();

    private static final String HEADER = "YouTube Music";
    private static final String TOPIC = " - Topic";
    private static final String DASH = " - ";

    private static final Format FORMAT =
            new Format("youtube-music", "youtube-music", Signature.json("header", "title", "time"));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        WatchedPhrase phrase = WatchedPhrase.of(file.head());
        JsonEntries.readArray(file, sink, entry -> {
            String channel = channel(entry);
            if (!HEADER.equals(entry.text("header"))) {
                sink.skipped(NO_MUSIC);
            } else if (channel == null) {
                sink.skipped(GONE);
            } else {
                String title = entry.text("title");
                ExternalSong song = song(channel, title == null ? null : phrase.without(title));
                sink.listen(ExternalListen.heard(user, song, Fields.time("time", entry.text("time")))
                        .saying(PlayInfo.of(song)
                                .text("origin_url", entry.text("titleUrl"))
                                .told()));
            }
        });
        sink.note(ImportPhrase.NO_DURATION.with(file.name()));
    }

    private static @Nullable String channel(JsonEntry entry) throws BadRowException {
        List<JsonEntry> subtitles = entry.objects("subtitles");
        return subtitles.isEmpty() ? null : Fields.text(subtitles.get(0).text("name"));
    }

    private static ExternalSong song(String channel, @Nullable String title) throws BadRowException {
        if (channel.endsWith(TOPIC)) {
            return Fields.song(channel.substring(0, channel.length() - TOPIC.length()), title, null);
        }
        int dash = title == null ? -1 : title.indexOf(DASH);
        return title == null || dash <= 0
                ? Fields.song(channel, title, null)
                : Fields.song(title.substring(0, dash), title.substring(dash + DASH.length()), null);
    }
}
