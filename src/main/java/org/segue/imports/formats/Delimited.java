package org.segue.imports.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.segue.imports.ImportException;

/**
 * A file of delimited fields, record by record.
 *
 * <p>Fields between commas or semicolons may be quoted; in tab-separated files a quote is a character like any other,
 * because the programs that write them do not quote.
 */
final class Delimited {

    /** A record of more characters is one whose quote was never closed. */
    private static final int MAX_RECORD_LENGTH = 1 << 20;

    /** A code point that no text has: no field is quoted. */
    private static final char NO_QUOTE = '\uFFFF';

    private static final String UNCLOSED = "a quote is opened and not closed";

    private Delimited() {}

    /** What is done with a record. */
    @FunctionalInterface
    interface RecordReader {
        /** Reads one; what it throws is reported as a bad row. */
        void read(CsvRecord fields) throws BadRowException;
    }

    /** A column's name as names are compared. */
    static String columnName(String field) {
        String name = field.strip();
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return (quoted ? name.substring(1, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    }

    /** Reads a file from its first record to its last. */
    static void read(HistoryFile file, char separator, RowSink sink, RecordReader reader) throws IOException {
        try (CsvReader<CsvRecord> records = open(file, separator, sink)) {
            for (CsvRecord fields : records) {
                try {
                    reader.read(fields);
                } catch (BadRowException e) {
                    sink.badRow(file.name(), fields.getStartingLineNumber(), e.reason());
                }
            }
        } catch (CsvParseException e) {
            throw new ImportException(
                    "%s cannot be read to its end; is a quote left open? (%s)".formatted(file.name(), e.getMessage()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static CsvReader<CsvRecord> open(HistoryFile file, char separator, RowSink sink) throws IOException {
        Reader text = separator == '\t'
                ? file.open()
                : new ClosedQuotesReader(file.open(), separator, line -> sink.badRow(file.name(), line, UNCLOSED));
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(separator == '\t' ? NO_QUOTE : '"')
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MAX_RECORD_LENGTH)
                .ofCsvRecord(text);
    }
}
