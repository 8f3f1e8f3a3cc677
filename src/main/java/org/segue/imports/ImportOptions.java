package org.segue.imports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of the files besides the files.
 *
 * @param format name of a format, or {@code auto}
 * @param source whose ids the files carry; null for the format's own
 * @param user whose listens they are where the files name no user; null if they do
 * @param valueColumn the column of a table that holds plays or ratings; null to go by its name
 * @param population whom to take of a public dump; null if the files are the household's own
 * @param dates how dates are read that can be read in several ways; null to go by the files
 * @param encoding name of the charset of texts that are neither UTF-8 nor UTF-16; null for windows-1252
 * @param corrections of what a preview has shown; null if there are none
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true) // the database keeps them with the names of the files
public record ImportOptions(
        String format,
        @Nullable String source,
        @Nullable String user,
        @Nullable String valueColumn,
        @Nullable Background population,
        @Nullable Dates dates,
        @Nullable String encoding,
        @Nullable Corrections corrections) {

    /**
     * Corrections to what a preview asks.
     *
     * @param columns what the columns of tables hold, as {@link ColumnChoice} writes it
     * @param listeners who of the house those are whom the files name, by what the files call them
     */
    @RegisterForReflection
    public record Corrections(List<String> columns, Map<String, String> listeners) {

        /** Nothing is corrected. */
        public static final Corrections NONE = new Corrections(List.of(), Map.of());

        /** Copies both. */
        public Corrections {
            columns = List.copyOf(columns);
            listeners = Map.copyOf(listeners);
        }

        private boolean isNone() {
            return columns.isEmpty() && listeners.isEmpty();
        }
    }

    /**
     * Users of a public dump: trained on, never listed.
     *
     * @param maxUsers the most users to take, chosen at random; null for all
     * @param seed where the random choice starts
     * @param worth which users and songs are worth taking at all; null for all
     */
    @RegisterForReflection
    public record Background(
            @Nullable Integer maxUsers, long seed, @Nullable Worth worth) {

        /** All that there are, or so many. */
        public Background(@Nullable Integer maxUsers, long seed) {
            this(maxUsers, seed, null);
        }
    }

    /**
     * Which listeners and songs of a public dump teach something. Listeners of the household are taken whole, whatever it says.
     *
     * @param fewestSongs so many different songs a listener has at least
     * @param mostSongs and at most
     * @param mostPlaysADay nobody plays as many on a day, in UTC
     * @param newestPlays so many of a listener's plays are taken, the newest ones
     * @param fewestListeners so many listeners a song has at least
     */
    @RegisterForReflection
    public record Worth(int fewestSongs, int mostSongs, int mostPlaysADay, int newestPlays, int fewestListeners) {}

    /**
     * How dates are read that can be read in several ways.
     *
     * @param order whether the day or the month comes first in dates like 12/10/2017; null to go by the other dates of the column
     * @param zone name of the zone of times that have none; null for UTC
     */
    @RegisterForReflection
    public record Dates(@Nullable DateOrder order, @Nullable String zone) {

        /** The zone of times that have none. */
        public ZoneId zoneId() {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        }
    }

    /** Of the household's own files. */
    public ImportOptions(String format, @Nullable String source, @Nullable String user, @Nullable String valueColumn) {
        this(format, source, user, valueColumn, null);
    }

    /** Of the household's own files or of a public dump. */
    public ImportOptions(
            String format,
            @Nullable String source,
            @Nullable String user,
            @Nullable String valueColumn,
            @Nullable Background population) {
        this(format, source, user, valueColumn, population, null, null, null);
    }

    /** Stands for the user whom the request will name. No file can: names have no control characters. */
    static final String SOMEBODY = "\u0001";

    /** Whose the rows are in which a file that names users names nobody; null if the request does not say. */
    public @Nullable String listener() {
        return SOMEBODY.equals(user) ? null : user;
    }

    /** The word for "find out from the content". */
    public static final String AUTO = "auto";

    /** The same for the listens of another user. */
    ImportOptions withUser(@Nullable String other) {
        return new ImportOptions(format, source, other, valueColumn, population, dates, encoding, corrections);
    }

    /** The same with dates that are read so. */
    public ImportOptions withDates(@Nullable DateOrder order, @Nullable String zone) {
        Dates said = order == null && zone == null ? null : new Dates(order, zone);
        return new ImportOptions(format, source, user, valueColumn, population, said, encoding, corrections);
    }

    /** The same with texts that are written so where they are neither UTF-8 nor UTF-16; null for windows-1252. */
    public ImportOptions withEncoding(@Nullable String charset) {
        return new ImportOptions(format, source, user, valueColumn, population, dates, charset, corrections);
    }

    /** The same with corrections of what a preview has shown. */
    public ImportOptions withCorrections(Corrections said) {
        return new ImportOptions(
                format, source, user, valueColumn, population, dates, encoding, said.isNone() ? null : said);
    }

    /** What is corrected. */
    Corrections corrected() {
        return corrections == null ? Corrections.NONE : corrections;
    }

    /** What the request says of the columns of tables. */
    List<ColumnChoice> columns() {
        return ColumnChoice.read(corrected().columns());
    }

    /** The charset of texts that are neither UTF-8 nor UTF-16, null if it is not said. */
    public @Nullable Charset charset() {
        return encoding == null ? null : Charset.forName(encoding);
    }

    /** Whether a text names a charset that this Java reads, of letters of one or several bytes. */
    public static boolean isEncoding(String text) {
        try {
            return Charset.isSupported(text) && hasLettersOfAscii(Charset.forName(text));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    // Others show from their first bytes, or are of large computers.
    private static boolean hasLettersOfAscii(Charset charset) {
        return new String(new byte[] {'A', ',', '1'}, charset).equals("A,1");
    }

    /** Whether a text names a zone. */
    public static boolean isZone(String text) {
        try {
            return !ZoneId.of(text).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether the day or the month comes first, null if that is not said. */
    public @Nullable DateOrder dateOrder() {
        return dates == null ? null : dates.order();
    }

    /** The zone of times that have none, null if it is not said. */
    public @Nullable ZoneId zone() {
        return dates == null || dates.zone() == null ? null : dates.zoneId();
    }

    /** All by the files alone. */
    public static ImportOptions auto() {
        return new ImportOptions(AUTO, null, null, null);
    }
}
