package org.segue.imports.formats;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.segue.imports.ImportOptions;
import org.segue.listens.SameListen;

/**
 * What lastfm-to-csv writes: {@code artist, album, track, date} without a header, the date to the minute in UTC, like
 * {@code 23 Feb 2016 17:59} or {@code 15 Mar 2025, 14:30}.
 */
final class LastFmCsvImporter implements HistoryImporter {

    /** What Last.fm's files are called as a source. */
    static final String LASTFM = "lastfm";

    /** The first scrobble of a file may be one that is playing and has no date yet. */
    private static final int LINES_LOOKED_AT = 5;

    private static final Pattern DATE_AT_END =
            Pattern.compile(",\\s{0,5}\"?\\d{1,2} [A-Za-z]{3} \\d{4},? \\d{1,2}:\\d\\d\"?\\s{0,5}$");

    /** The longest end of a line that {@link #DATE_AT_END} can match. */
    private static final int MAX_END = 40;

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM uuuu[','] H:mm")
            .toFormatter(Locale.ENGLISH);

    private static final Format FORMAT = new Format(
            "lastfm-csv",
            LASTFM,
            Signature.start(head ->
                            head.lines().stream().limit(LINES_LOOKED_AT).anyMatch(LastFmCsvImporter::endsInDate))
                    .butNot(TableImporter.SIGNATURE));

    @Override
    public Format format() {
        return FORMAT;
    }

    // Only the end is matched: over a whole hostile line the expression could take for ever.
    private static boolean endsInDate(String line) {
        String end = line.substring(Math.max(0, line.length() - MAX_END));
        return line.chars().filter(c -> c == ',').count() >= 3
                && DATE_AT_END.matcher(end).find();
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        Delimited.read(file, ',', sink, fields -> {
            int count = fields.getFieldCount();
            if (count < 4 || count > 5) {
                throw new BadRowException(RowPhrase.LASTFM.with(count));
            }
            // A date with a comma that is not quoted is two fields.
            String date = count == 4 ? fields.getField(3) : fields.getField(3) + "," + fields.getField(4);
            if (date.isBlank()) {
                sink.skipped(LastFmApiImporter.PLAYING_NOW);
                return;
            }
            sink.listen(new ExternalListen(
                    user,
                    Fields.song(fields.getField(0), fields.getField(2), fields.getField(1)),
                    time(date),
                    SameListen.WIDEST_SPREAD,
                    false,
                    null));
        });
    }

    private static long time(String date) throws BadRowException {
        try {
            String text = date.strip().replaceAll("\\s+", " ");
            return Fields.possible("date", date, LocalDateTime.parse(text, DATE).toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Fields.time("date", date);
        }
    }
}
