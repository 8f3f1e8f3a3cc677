package org.segue.imports.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.segue.imports.ImportException;
import org.segue.imports.ImportPhrase;

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

    private Delimited() {}

    /** What is done with a record. */
    @FunctionalInterface
    interface RecordReader {
        /** Reads one; what it throws is reported as a bad row. */
        void read(CsvRecord fields) throws BadRowException;
    }

    /** A column's name as names are compared. */
    static String columnName(String field) {
        return unquoted(field.strip()).toLowerCase(Locale.ROOT);
    }

    /** What is between the quotes of a field that is quoted from its start to its end; another field as it is. */
    static String unquoted(String field) {
        if (field.length() < 2 || field.charAt(0) != '"' || field.charAt(field.length() - 1) != '"') {
            return field;
        }
        String text = field.substring(1, field.length() - 1);
        String plain = text.replace("\"\"", "\u0000");
        return plain.indexOf('"') >= 0 ? field : plain.replace('\u0000', '"');
    }

    /**
     * How the fields of a file are told apart.
     *
     * @param separator between fields
     * @param hasQuotes whether fields may be quoted
     * @param linesBefore lines before the first record, which are passed over
     */
    record Dialect(char separator, boolean hasQuotes, int linesBefore) {
        /** Of a file without anything before its first record. */
        static Dialect of(char separator) {
            return new Dialect(separator, separator != '\t', 0);
        }
    }

    /** Reads a file from its first record to its last. */
    static void read(HistoryFile file, char separator, BadRowSink sink, RecordReader reader) throws IOException {
        read(file, Dialect.of(separator), sink, (line, fields) -> reader.read(fields));
    }

    /** What is done with a record and the number of its line. */
    @FunctionalInterface
    interface LineReader {
        /** Reads one; what it throws is reported as a bad row. */
        void read(long line, CsvRecord fields) throws BadRowException;
    }

    /** Reads a file of a dialect to its last record. */
    static void read(HistoryFile file, Dialect dialect, BadRowSink sink, LineReader reader) throws IOException {
        try (CsvReader<CsvRecord> records = open(file, dialect, sink)) {
            for (CsvRecord fields : records) {
                long line = fields.getStartingLineNumber() + dialect.linesBefore();
                try {
                    reader.read(line, fields);
                } catch (BadRowException e) {
                    sink.badRow(file.name(), line, e.reason());
                }
            }
        } catch (CsvParseException e) {
            throw new ImportException(ImportPhrase.OPEN_QUOTE.with(file.name(), e.getMessage()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static CsvReader<CsvRecord> open(HistoryFile file, Dialect dialect, BadRowSink sink) throws IOException {
        BufferedReader lines = file.open();
        for (int line = 0; line < dialect.linesBefore(); line++) {
            lines.readLine();
        }
        Reader text = !dialect.hasQuotes()
                ? lines
                : new ClosedQuotesReader(
                        lines,
                        dialect.separator(),
                        line -> sink.badRow(file.name(), line + dialect.linesBefore(), RowPhrase.UNCLOSED.with()));
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .quoteCharacter(dialect.hasQuotes() ? '"' : NO_QUOTE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MAX_RECORD_LENGTH)
                .ofCsvRecord(text);
    }
}
