package org.segue.imports.formats;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;

/**
 * {@code Apple Music - Play History Daily Tracks.csv}: a row for each song of a day, with {@code Track Description} "Artist -
 * Title", {@code Date Played} and {@code Hours}. Beside a file of {@link AppleMusicImporter} it has the artists of the plays that
 * are there to the second; without one its rows are listens, to the hour.
 */
final class AppleDailyTracksImporter implements HistoryImporter {

    private static final String DESCRIPTION = "track description";
    private static final String DATE = "date played";
    private static final Pattern HOUR = Pattern.compile("\\s*(\\d{1,2})\\b.*");
    private static final int MAX_PLAYS = 2880;

    private static final Format FORMAT =
            new Format(AppleMusicImporter.APPLE, AppleMusicImporter.APPLE, NamedColumns.signature(DESCRIPTION, DATE));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean isReadFirst() {
        return true;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        AppleArtists artists = file.companions().told(AppleArtists.class, AppleArtists::new);
        if (file.companions().expects(AppleMusicImporter.class)) {
            sink.note(ImportPhrase.APPLE_ARTISTS.with(file.name()));
            NamedColumns.read(file, sink, (columns, row) -> tell(columns, row, artists));
            return;
        }
        String user = Fields.user(file, options);
        DateColumn dates = NamedColumns.dates(file, "Date Played", options, sink);
        sink.note(ImportPhrase.APPLE_HOURS.with(file.name()));
        NamedColumns.read(file, sink, (columns, row) -> read(columns, row, user, dates, sink));
    }

    private static void tell(NamedColumns columns, CsvRecord row, AppleArtists artists) throws BadRowException {
        String description = Fields.text(columns.field(row, DESCRIPTION));
        String day = columns.field(row, DATE);
        if (description != null) {
            artists.tell(description, day == null ? "" : day.strip().replace("-", ""));
        }
    }

    private static void read(NamedColumns columns, CsvRecord row, String user, DateColumn dates, RowSink sink)
            throws BadRowException {
        String description = Fields.text(columns.field(row, DESCRIPTION));
        int dash = description == null ? -1 : description.indexOf(" - ");
        if (description == null || dash <= 0) {
            throw new BadRowException(RowPhrase.DESCRIPTION.with(
                    description == null ? RowPhrase.NOTHING.with() : Fields.shown(description)));
        }
        String day = columns.field(row, DATE);
        if (day == null) {
            throw new BadRowException(RowPhrase.MISSING_DATE_PLAYED.with());
        }
        Matcher hour = HOUR.matcher(columns.field(row, "hours") == null ? "0" : columns.field(row, "hours"));
        long time =
                dates.read(day.strip()).seconds() + (hour.matches() ? Integer.parseInt(hour.group(1)) % 24 : 0) * 3600L;
        int plays = plays(columns, row);
        String played = columns.field(row, "play duration milliseconds");
        boolean isShort = played != null
                && plays <= 1
                && Fields.played("Play Duration Milliseconds", played) < SpotifyImporter.HEARD_FROM_MS;
        sink.listens(
                new ExternalListen(
                        user,
                        Fields.song(description.substring(0, dash), description.substring(dash + 3), null),
                        time,
                        0,
                        plays == 0 || isShort,
                        null),
                Math.max(1, plays));
    }

    private static int plays(NamedColumns columns, CsvRecord row) throws BadRowException {
        String field = columns.field(row, "play count");
        Double number = field == null ? Double.valueOf(1) : Numbers.read(field, true, false);
        if (number == null || number < 0 || number > MAX_PLAYS) {
            throw new BadRowException(RowPhrase.PLAY_COUNT.with(Fields.shown(String.valueOf(field)), MAX_PLAYS));
        }
        return number.intValue();
    }
}
