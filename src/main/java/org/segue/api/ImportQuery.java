package org.segue.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.imports.DateOrder;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportOptions.Background;
import org.segue.imports.formats.Formats;

/** What the query of an import may say. The annotations are its contract; a resource takes it as a bean of parameters. */
public class ImportQuery {

    private static final int MAX_USER_LENGTH = 500;
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

    // As a boolean it would be false whatever else it says.
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
        boolean isBackground = isBackground();
        if (maxUsers != null && !isBackground) {
            throw Problems.outOfRange("maxUsers", "maxUsers is for population=true: a household is taken whole.");
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
                .withDates(order, said(zone).isEmpty() ? null : said(zone))
                .withEncoding(said(encoding).isEmpty() ? null : said(encoding));
    }

    private static String said(@Nullable String word) {
        return word == null ? "" : word.strip();
    }

    private boolean isBackground() {
        return switch (population) {
            case "true" -> true;
            case NO, "" -> false;
            default -> throw Problems.outOfRange("population", "population is neither true nor false.");
        };
    }
}
