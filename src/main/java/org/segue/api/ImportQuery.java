package org.segue.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ColumnChoice;
import org.segue.imports.ColumnsException;
import org.segue.imports.DateOrder;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportOptions.Background;
import org.segue.imports.ImportOptions.Corrections;
import org.segue.imports.formats.Formats;

/** What the query of an import may say. The annotations are its contract; a resource takes it as a bean of parameters. */
public class ImportQuery {

    private static final int MAX_USER_LENGTH = 500;
    private static final int MAX_JOINED = 50;
    private static final String NO = "false";
    private static final String SOURCE = "^[A-Za-z0-9._-]{0,40}$";

    @RestQuery
    @DefaultValue(ImportOptions.AUTO)
    @Parameter(description = "Name of the format; `auto` finds it out from the content")
    String format = ImportOptions.AUTO;

    @RestQuery
    @Pattern(regexp = SOURCE, message = "must be up to 40 letters, digits, dots, hyphens or underscores")
    @Parameter(
            description = "Whose ids the files carry: users and songs of two sources stay apart."
                    + " Default: the format's name")
    @Nullable
    String source;

    @RestQuery
    @Parameter(
            description =
                    "Whose listens they all are: a person of the house by public id or name, or the name of a new one."
                            + " Comes before the one user whom files name; default: what they say",
            schema = @Schema(type = SchemaType.STRING, maxLength = MAX_USER_LENGTH, pattern = PlainText.PATTERN))
    @Nullable
    String user;

    @RestQuery
    @Size(max = 500, message = "must have at most {max} characters")
    @Parameter(description = "Column of a table that holds the plays or ratings, if its name does not tell")
    @Nullable
    String valueColumn;

    @RestQuery
    @Parameter(
            description = "Whether the day (`dmy`) or the month (`mdy`) comes first in a table's dates like 12/10/2017."
                    + " Default: what other dates of the column show; where none does, nothing is imported",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"dmy", "mdy"}))
    @Nullable
    String dateOrder;

    @RestQuery
    @Size(max = 100)
    @Parameter(
            description = "Zone of the times in tables, and in logs of players, that say none: `Europe/Berlin`,"
                    + " `+02:00`. Default: UTC for tables, the zone in which Segue runs for players",
            example = "Europe/Berlin")
    @Nullable
    String zone;

    @RestQuery
    @Size(max = 100)
    @Parameter(
            description = "Charset of texts that are neither UTF-8 nor UTF-16: `windows-1251`, `Shift_JIS`, `GB18030`."
                    + " Default: `windows-1252`; the job's notes name the files that are read so",
            example = "windows-1251")
    @Nullable
    String encoding;

    @RestQuery
    @Parameter(
            description =
                    "What columns of tables hold, each as a meaning, a colon and the column's name in the header, or `#` and"
                            + " its number: `artist:Interpret`, `ignore:#3`. Meanings: listener, song (an id), artist, title, album,"
                            + " time, clock (the time behind a day), ended, plays, rating, duration, playedMs, playedSeconds, mbid, isrc,"
                            + " event, ignore; each but ignore once. Read so is every table that has all of these columns; its others go"
                            + " by their names. Once such an import is done, tables of the same header are read so without it:"
                            + " see `GET /api/imports/columns`",
            schema = @Schema(type = SchemaType.ARRAY, maxItems = ColumnChoice.MAX_COLUMNS),
            example = "[\"artist:Interpret\",\"title:Lied\"]")
    @Nullable
    List<String> columns;

    @RestQuery
    @Parameter(
            description = "Whom the files name, of those who are somebody of the house; in the order of `joined`",
            schema = @Schema(type = SchemaType.ARRAY, maxItems = MAX_JOINED))
    @Nullable
    List<String> named;

    @RestQuery
    @Parameter(
            description = "Who that is: a person of the house by public id or name, or the name of a new one."
                    + " One for each `named`; not together with `user`",
            schema = @Schema(type = SchemaType.ARRAY, maxItems = MAX_JOINED))
    @Nullable
    List<String> joined;

    // As a boolean it would be false whatever else it says.
    @RestQuery
    @DefaultValue(NO)
    @Parameter(
            description = "Whether the demo goes once the import is active; what is left is trained on then",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String removeDemo = NO;

    @RestQuery
    @DefaultValue(NO)
    @Parameter(
            description = "Whether the files are a public dump: its users are trained on, never listed or suggested,"
                    + " and go with the import",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String population = NO;

    @RestQuery
    @Min(1)
    @Max(10_000_000)
    @Parameter(description = "Of a public dump, how many users to take, whole and chosen at random. Default: all")
    @Nullable
    Integer maxUsers;

    @RestQuery
    @DefaultValue("0")
    @Parameter(description = "Where that random choice starts: the same seed chooses the same users")
    long seed;

    @RestQuery
    @Size(max = 100, message = "must have at most {max} characters")
    @Parameter(description = "What a preview has answered: the files it has kept are imported, and none are sent")
    @Nullable
    String upload;

    ImportOptions options() {
        boolean isBackground = isTrue("population", population);
        if (maxUsers != null && !isBackground) {
            throw Problems.outOfRange("maxUsers", "maxUsers is for `population=true`: a household is taken whole.");
        }
        if (!format.equals(ImportOptions.AUTO) && !Formats.names().contains(format)) {
            throw Problems.outOfRange(
                    "format", "format is \"%s\", expected auto or one of %s.".formatted(format, Formats.names()));
        }
        DateOrder order = DateOrder.orNull(dateOrder);
        if (order == null && !said(dateOrder).isEmpty()) {
            throw Problems.outOfRange(
                    "dateOrder", "dateOrder is \"%s\", expected dmy or mdy.".formatted(said(dateOrder)));
        }
        if (!said(zone).isEmpty() && !ImportOptions.isZone(said(zone))) {
            throw Problems.outOfRange(
                    "zone", "zone is \"%s\", expected a zone like Europe/Berlin or +02:00.".formatted(said(zone)));
        }
        if (!said(encoding).isEmpty() && !ImportOptions.isEncoding(said(encoding))) {
            throw Problems.outOfRange(
                    "encoding",
                    "encoding is \"%s\", expected a charset like windows-1251 or Shift_JIS.".formatted(said(encoding)));
        }
        String listener = PlainText.of("user", user, MAX_USER_LENGTH);
        return new ImportOptions(
                        format,
                        source,
                        listener.isEmpty() ? null : listener,
                        valueColumn,
                        isBackground ? new Background(maxUsers, seed) : null)
                .withCorrections(new Corrections(columns(), listeners(!listener.isEmpty())))
                .withDates(order, said(zone).isEmpty() ? null : said(zone))
                .withEncoding(said(encoding).isEmpty() ? null : said(encoding));
    }

    private static String said(@Nullable String word) {
        return word == null ? "" : word.strip();
    }

    boolean removesDemo() {
        return isTrue("removeDemo", removeDemo);
    }

    private static boolean isTrue(String field, String text) {
        return switch (text) {
            case "true" -> true;
            case NO, "" -> false;
            default -> throw Problems.outOfRange(field, field + " is neither true nor false.");
        };
    }

    private List<String> columns() {
        List<String> said = columns == null ? List.of() : columns;
        try {
            return ColumnChoice.read(said).stream().map(ColumnChoice::written).toList();
        } catch (ColumnsException e) {
            throw Problems.outOfRange("columns", String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> listeners(boolean isUserSaid) {
        List<String> files = named == null ? List.of() : named;
        List<String> people = joined == null ? List.of() : joined;
        if (files.size() != people.size() || files.size() > MAX_JOINED) {
            throw Problems.outOfRange(
                    "joined",
                    "joined has %d values and named has %d, expected one for each and at most %d."
                            .formatted(people.size(), files.size(), MAX_JOINED));
        }
        Map<String, String> listeners = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            String person = PlainText.of("joined", people.get(i), MAX_USER_LENGTH);
            if (!person.isEmpty()) {
                listeners.put(files.get(i), person);
            }
        }
        if (isUserSaid && !listeners.isEmpty()) {
            throw Problems.outOfRange("joined", "user says whose all listens are: send no joined with it.");
        }
        return listeners;
    }
}
