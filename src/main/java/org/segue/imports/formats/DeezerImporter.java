package org.segue.imports.formats;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.imports.ImportOptions;

/**
 * The sheet {@code 10_listeningHistory} of Deezer's {@code deezer-data_….xlsx}: {@code Song Title, Artist, ISRC, Album Title,
 * Listening Time, Date}, the time heard in seconds, the date without a zone. A player that was offline sends a batch of plays under
 * one date: of a song that is there more than once each play counts, half a minute behind the one before.
 */
final class DeezerImporter implements HistoryImporter {

    private static final String[] LISTENED = {"listening time", "listening time (s)", "listening time(s)"};

    private static final Format FORMAT = new Format(
            "deezer",
            "deezer",
            NamedColumns.signature("song title", "artist", "date")
                    .and(NamedColumns.signature(LISTENED[0])
                            .or(NamedColumns.signature(LISTENED[1]))
                            .or(NamedColumns.signature(LISTENED[2]))));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        DateColumn dates = NamedColumns.dates(file, "Date", options, sink);
        Batch batch = new Batch();
        NamedColumns.read(file, sink, (columns, row) -> {
            ExternalSong song = Fields.song(
                            columns.field(row, "artist"),
                            columns.field(row, "song title"),
                            columns.field(row, "album title", "album"))
                    .with(null, RecordingIds.isrc(columns.field(row, "isrc")), null);
            DateColumn.Start start = dates.read(Fields.id("Date", columns.field(row, "date")));
            String listened = columns.field(row, LISTENED);
            boolean isSkipped = listened != null
                    && Fields.playedSeconds("Listening Time", listened) < SpotifyImporter.HEARD_FROM_MS;
            long time = start.seconds() + (isSkipped ? 0 : batch.secondsBehind(start.seconds(), song.identity()));
            sink.listen(new ExternalListen(user, song, time, start.spread(), isSkipped, null));
        });
    }

    /** Plays under one date. For one thread. */
    private static final class Batch {

        private static final int MAX_SONGS = 10_000;

        private final Map<String, Integer> plays = new HashMap<>();
        private long time;

        long secondsBehind(long atTime, String song) {
            if (atTime != time || plays.size() > MAX_SONGS) {
                plays.clear();
                time = atTime;
            }
            return (plays.merge(song, 1, Integer::sum) - 1L) * ExternalListen.APART;
        }
    }
}
