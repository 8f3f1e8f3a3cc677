package org.segue.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ColumnChoice;
import org.segue.imports.ColumnsException;
import org.segue.imports.DateOrder;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportOptions.Corrections;
import picocli.CommandLine.Option;

/** Options of commands that read tables: how dates and characters are read that can be read in several ways. */
final class DateOptions {

    @Option(
            names = {"--date-order", "--dateOrder"},
            paramLabel = "ORDER",
            description = "dmy if the day comes first in dates like 12/10/2017, mdy if the month does."
                    + " Default: what other dates of the column show")
    private @Nullable String order;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of times that have none, Europe/Berlin for instance. Default: UTC")
    private @Nullable String zone;

    @Option(
            names = "--encoding",
            paramLabel = "CHARSET",
            description = "Charset of texts that are neither UTF-8 nor UTF-16, windows-1251 for instance."
                    + " Default: windows-1252")
    private @Nullable String encoding;

    @Option(
            names = "--columns",
            paramLabel = "MEANING:COLUMN",
            description =
                    "What a column of a table holds if its name does not tell, artist:Interpret for instance, or by number,"
                            + " title:#2. May be given several times. Meanings: listener, song, artist, title, album, time, clock, ended,"
                            + " plays, rating, duration, playedMs, playedSeconds, mbid, isrc, event, ignore")
    private List<String> columns = List.of();

    /** The same options of an import with these. */
    ImportOptions in(ImportOptions options) {
        DateOrder said = DateOrder.orNull(order);
        if (order != null && said == null) {
            throw new IllegalArgumentException("illegal --date-order: %s, expected dmy or mdy".formatted(order));
        }
        if (zone != null && !ImportOptions.isZone(zone)) {
            throw new IllegalArgumentException(
                    "illegal --zone: %s, expected a zone like Europe/Berlin or +02:00".formatted(zone));
        }
        if (encoding != null && !ImportOptions.isEncoding(encoding)) {
            throw new IllegalArgumentException(
                    "illegal --encoding: %s, expected a charset like windows-1251 or Shift_JIS".formatted(encoding));
        }
        return options.withDates(said, zone)
                .withEncoding(encoding)
                .withCorrections(new Corrections(columns(), Map.of()));
    }

    private List<String> columns() {
        try {
            return ColumnChoice.read(columns).stream()
                    .map(ColumnChoice::written)
                    .toList();
        } catch (ColumnsException e) {
            throw new IllegalArgumentException("illegal --columns: " + e.getMessage(), e);
        }
    }
}
