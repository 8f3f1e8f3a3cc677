package org.segue.cli;

import org.jspecify.annotations.Nullable;
import org.segue.imports.DateOrder;
import org.segue.imports.ImportOptions;
import picocli.CommandLine.Option;

/** Options of commands that read tables: how dates are read that can be read in several ways. */
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
        return options.withDates(said, zone);
    }
}
