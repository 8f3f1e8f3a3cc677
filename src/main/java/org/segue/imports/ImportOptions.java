package org.segue.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of the files besides the files.
 *
 * @param format name of a format, or {@code auto}
 * @param source whose ids the files carry; null for the format's own
 * @param user whose listens they are where the files name no user; null if they do
 * @param valueColumn the column of a table that holds plays or ratings; null to go by its name
 * @param population whom to take of a public dump; null if the files are the household's own
 */
@RegisterForReflection
public record ImportOptions(
        String format,
        @Nullable String source,
        @Nullable String user,
        @Nullable String valueColumn,
        @Nullable Background population) {

    /**
     * Users of a public dump: trained on, never listed.
     *
     * @param maxUsers the most users to take, chosen at random; null for all
     * @param seed where the random choice starts
     */
    @RegisterForReflection
    public record Background(@Nullable Integer maxUsers, long seed) {}

    /** Of the household's own files. */
    public ImportOptions(String format, @Nullable String source, @Nullable String user, @Nullable String valueColumn) {
        this(format, source, user, valueColumn, null);
    }

    /** The word for "find out from the content". */
    public static final String AUTO = "auto";

    /** The same for the listens of another user. */
    ImportOptions withUser(@Nullable String other) {
        return new ImportOptions(format, source, other, valueColumn, population);
    }

    /** All by the files alone. */
    public static ImportOptions auto() {
        return new ImportOptions(AUTO, null, null, null);
    }
}
