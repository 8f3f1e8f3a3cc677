package org.segue.imports.formats;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.SkipPhrase;

/**
 * {@code Apple Music Play Activity.csv} of {@code Apple_Media_Services.zip}: an event a row, in some hundred and forty columns that
 * come and go. Plays are what ends one, with the time heard; thirty seconds of it, or all of the song, are a listen. Artists are
 * mostly missing: those of {@link AppleLibraryImporter} and {@link AppleDailyTracksImporter} are taken.
 */
final class AppleMusicImporter implements HistoryImporter {

    /** What Apple's files are called as a source. */
    static final String APPLE = "apple-music";

    static final String NO_PLAY = SkipPhrase.NO_PLAY.english();
    static final String NO_SONG = SkipPhrase.STATION.english();

    /** What it is called now, and what it was called. */
    private static final String[] SONG = {"song name", "content name"};

    private static final String PLAYED = "play duration milliseconds";
    private static final String START = "event start timestamp";
    private static final String END = "event end timestamp";
    private static final String TO_THE_END = "NATURAL_END_OF_TRACK";

    private static final Set<String> PLAYS = Set.of("PLAY", "PLAY_END");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", java.util.Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Format FORMAT = new Format(
            APPLE,
            APPLE,
            NamedColumns.signature(SONG[0], PLAYED)
                    .or(NamedColumns.signature(SONG[1], PLAYED))
                    .and(NamedColumns.signature(START).or(NamedColumns.signature(END))));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        AppleArtists artists = file.companions().told(AppleArtists.class, AppleArtists::new);
        NamedColumns.read(file, sink, (columns, row) -> {
            String unwanted = unwanted(columns, row);
            if (unwanted == null) {
                sink.listen(listen(columns, row, user, artists));
            } else {
                sink.skipped(unwanted);
            }
        });
    }

    private static @Nullable String unwanted(NamedColumns columns, CsvRecord row) {
        String event = columns.field(row, "event type");
        if (event != null && !PLAYS.contains(event.strip())) {
            return NO_PLAY;
        }
        boolean isSong = columns.field(row, SONG) != null && !"VIDEO".equals(columns.field(row, "media type"));
        return isSong ? null : NO_SONG;
    }

    private static ExternalListen listen(NamedColumns columns, CsvRecord row, String user, AppleArtists artists)
            throws BadRowException {
        String end = columns.field(row, END);
        String began = columns.field(row, START);
        Long start = began == null ? null : (Long) Fields.time("Event Start Timestamp", began);
        String told = columns.field(row, PLAYED);
        long played = told == null && start != null && end != null
                ? Math.max(0, Fields.time("Event End Timestamp", end) - start) * 1000
                : Fields.played("Play Duration Milliseconds", told);
        long time = start != null ? start : Fields.time("Event End Timestamp", end) - played / 1000;
        boolean isWhole = TO_THE_END.equals(columns.field(row, "end reason type"));
        return new ExternalListen(
                user,
                song(columns, row, artists, time),
                time,
                0,
                !isWhole && played < SpotifyImporter.HEARD_FROM_MS,
                null);
    }

    private static ExternalSong song(NamedColumns columns, CsvRecord row, AppleArtists artists, long time)
            throws BadRowException {
        String title = Fields.text(columns.field(row, SONG));
        String album = Fields.text(columns.field(row, "album name", "container album name"));
        String artist = columns.field(row, "artist name", "container artist name");
        if (artist == null && title != null) {
            artist = artists.of(title, album, DAY.format(Instant.ofEpochSecond(time)));
        }
        return Fields.song(artist, title, album)
                .with(null, null, Fields.duration(columns.field(row, "media duration in milliseconds"), 1));
    }
}
