package org.segue.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Dates the demo data. Its table says how many minutes before the newest listen each one was, so that a demo which is imported
 * years from now is as fresh as one of today.
 */
final class DemoTable {

    private static final String MINUTES_AGO = "minutes_ago";
    private static final String TIMESTAMP = "timestamp";
    private static final int SECONDS_A_MINUTE = 60;

    private DemoTable() {}

    /**
     * Copies the table with times in the place of minutes ago.
     *
     * @param table header and rows, whose third field is minutes; the two before it have no quotes
     * @param newest when the newest listen was, as of the whole minute
     */
    static void date(BufferedReader table, Instant newest, Writer dated) throws IOException {
        long last = newest.truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
        dated.write(table.readLine().replace(MINUTES_AGO, TIMESTAMP));
        for (String row = table.readLine(); row != null; row = table.readLine()) {
            int from = row.indexOf(',', row.indexOf(',') + 1) + 1;
            int to = row.indexOf(',', from);
            long time = last - SECONDS_A_MINUTE * Long.parseLong(row, from, to, 10);
            dated.append('\n').append(row, 0, from).append(Long.toString(time)).append(row, to, row.length());
        }
    }
}
