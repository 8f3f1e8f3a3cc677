package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.imports.DateOrder;
import org.segue.imports.ImportOptions;
import org.segue.imports.UndecidedDatesException;
import org.segue.imports.formats.RecordedRows.Row;
import org.segue.listens.SameListen;

/** Dates in tables: what is understood, and what is asked for. */
class TableDatesTest {

    private static final ImportOptions ANNA = Fixtures.forUser("anna");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1500000000|2017-07-14T02:40:00Z",
                "1500000000123|2017-07-14T02:40:00Z",
                "1500000000123456|2017-07-14T02:40:00Z",
                "1500000000123456789|2017-07-14T02:40:00Z",
                "1500000000,5|2017-07-14T02:40:00Z",
                "2018-01-31T04:58:59|2018-01-31T04:58:59Z",
                "2018-01-31 04:58:59+00|2018-01-31T04:58:59Z",
                "2018-01-31 05:58:59 +01:00|2018-01-31T04:58:59Z",
                "2018-01-31 04:58:59 UTC|2018-01-31T04:58:59Z",
                "2018-01-31 04:58:59.123456 GMT|2018-01-31T04:58:59Z",
                "2018-01-31|2018-01-31T00:00:00Z",
                "2018/1/31 4:58|2018-01-31T04:58:00Z",
                "20180131|2018-01-31T00:00:00Z",
                "20180131T045859Z|2018-01-31T04:58:59Z",
                "31.01.2018 04:58:59|2018-01-31T04:58:59Z",
                "31. 1. 2018, 4:58 Uhr|2018-01-31T04:58:00Z",
                "31/01/18 04:58|2018-01-31T04:58:00Z",
                "1/31/2018 4:58:59 PM|2018-01-31T16:58:59Z",
                "Jan 2 2006, 3:04 pm|2006-01-02T15:04:00Z",
                "January 2nd, 2006 at 12:04 a.m.|2006-01-02T00:04:00Z",
                "23 Feb 2016 17:59|2016-02-23T17:59:00Z",
                "15 Mar 2025, 14:30|2025-03-15T14:30:00Z",
                "Mon, 02 Jan 2006 15:04:05 GMT|2006-01-02T15:04:05Z",
                "Tue Nov 14 2023 23:13:20 GMT+0100 (Central European Standard Time)|2023-11-14T22:13:20Z",
                "Tue Nov 14 22:13:20 UTC 2023|2023-11-14T22:13:20Z",
                "12 août 2015 à 09:30|2015-08-12T09:30:00Z",
                "3. März 2018 14:30|2018-03-03T14:30:00Z",
                "2 de enero de 2006 15:04|2006-01-02T15:04:00Z",
            })
    void read_dateInAnyShape_isTheSameMoment(String date, String time) throws IOException {
        RecordedRows read = read(ANNA, date);

        assertThat(read.bad).isEmpty();
        assertThat(read.rows)
                .extracting(Row::listenedAt)
                .containsExactly(Instant.parse(time).getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "soon",
                "2018-02-30",
                "31.02.2018",
                "32/01/2018",
                "13/13/2018",
                "2018-01-31 25:00",
                "13:04 pm",
                "Jan 2",
                "2 Jui 2018",
                "2018-01-31T04:58:59+99:00",
                "31-01-18",
                "Smarch 2, 2018",
                "NaT",
                "17/10",
            })
    void read_noDate_isABadRowThatSaysWhatIsExpected(String date) throws IOException {
        RecordedRows read = read(ANNA, date, "2018-01-31");

        assertThat(read.rows).hasSize(1);
        assertThat(read.bad.get(0).reason())
                .isEqualTo("played at must be seconds since 1970 or a date like 2024-05-31 20:15:00, but is \"%s\""
                        .formatted(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2001-01-01", "1/31/1999", "0", "-5", "43131,5", "1234567890123456789012", "Jan 2 2099, 3:04 pm"
            })
    void read_dateOutOfRange_namesTheLimit(String date) throws IOException {
        assertThat(read(ANNA, date).bad.get(0).reason())
                .isEqualTo("played at must be between October 2002 and now, but is \"%s\"".formatted(date));
    }

    @Test
    void read_oneDateDecides_decidesForAllBeforeAndBehind() throws IOException {
        RecordedRows read = read(ANNA, "12/10/2017 21:47", "31/10/2017 21:47", "1/2/2018 21:47");

        assertThat(times(read)).containsExactly("2017-10-12T21:47:00Z", "2017-10-31T21:47:00Z", "2018-02-01T21:47:00Z");
        assertThat(read.notes)
                .contains(
                        "file.csv: the dates in the column “played at”, such as \"31/10/2017 21:47\", are read with the day first.");
    }

    @Test
    void read_monthFirst_isDecidedTheSameWay() throws IOException {
        assertThat(times(read(ANNA, "2017-10-12", "12/10/2017", "10/31/2017")))
                .containsExactly("2017-10-12T00:00:00Z", "2017-12-10T00:00:00Z", "2017-10-31T00:00:00Z");
    }

    @Test
    void read_dotsAlone_haveTheDayFirst() throws IOException {
        assertThat(times(read(ANNA, "12.10.2017"))).containsExactly("2017-10-12T00:00:00Z");
    }

    @Test
    void read_nothingDecides_stopsBeforeTheFirstRow() {
        assertThatThrownBy(() -> read(ANNA, "12/10/2017 21:47", "1/10/2017"))
                .isInstanceOf(UndecidedDatesException.class)
                .hasMessage(
                        "file.csv: the dates in the column “played at”, such as \"12/10/2017 21:47\", don’t show whether the day or the month comes first. Choose with dateOrder=dmy or dateOrder=mdy.");
    }

    @Test
    void read_datesDecideBothWays_stops() {
        assertThatThrownBy(() -> read(ANNA, "31/10/2017", "10/31/2017", "12/10/2017"))
                .isInstanceOf(UndecidedDatesException.class)
                .hasMessageContainingAll("31/10/2017", "10/31/2017", "12/10/2017", "dateOrder=dmy");
    }

    @Test
    void read_orderOfTheRequest_decides() throws IOException {
        RecordedRows read = read(ANNA.withDates(DateOrder.MDY, null), "12/10/2017", "31/10/2017");

        assertThat(times(read)).containsExactly("2017-12-10T00:00:00Z");
        assertThat(read.bad.get(0).reason())
                .isEqualTo("played at must be a date with the month first, but is \"31/10/2017\"");
    }

    @Test
    void read_timesWithoutZone_areOfTheZoneOfTheRequest() throws IOException {
        ImportOptions berlin = ANNA.withDates(null, "Europe/Berlin");

        assertThat(times(read(
                        berlin, "2018-07-31 10:00:00", "2018-01-31 10:00:00", "2018-07-31 10:00:00 UTC", "1500000000")))
                .containsExactly(
                        "2018-07-31T08:00:00Z", "2018-01-31T09:00:00Z", "2018-07-31T10:00:00Z", "2017-07-14T02:40:00Z");
        assertThat(read(berlin, "2018-07-31 10:00:00").notes).isEmpty();
        assertThat(read(ANNA, "2018-07-31 10:00:00", "2018-07-31 11:00:00").notes)
                .containsExactly(
                        "file.csv: the times in the column “played at”, such as \"2018-07-31 10:00:00\", have no time zone. They are read as UTC unless you choose another.");
    }

    @Test
    void read_columnThatSaysItIsUtc_isNotOfTheZone() throws IOException {
        String table = "artist,title,Date (UTC)\nA,B,2018-07-31 10:00:00\n";
        RecordedRows read = Fixtures.read(folder, bytes(table), ANNA.withDates(null, "Europe/Berlin"));

        assertThat(times(read)).containsExactly("2018-07-31T10:00:00Z");
        assertThat(read.notes).isEmpty();
    }

    @Test
    void read_timeToTheMinute_mayBeAnySecondOfIt() throws IOException {
        assertThat(read(ANNA, "2018-07-31 10:00", "2018-07-31 10:00:00").listens)
                .extracting(ExternalListen::spread)
                .containsExactly(SameListen.WIDEST_SPREAD, 0);
    }

    @Test
    void read_dayAndClockApart_areOneTime() throws IOException {
        String table = "Date,Time,Artist,Track\n12/10/2017,9:47 pm,A,B\n31/10/2017,21:47,A,C\n";

        assertThat(times(Fixtures.read(folder, bytes(table), ANNA)))
                .containsExactly("2017-10-12T21:47:00Z", "2017-10-31T21:47:00Z");
    }

    @Test
    void read_endAndTimePlayed_areAStartAndPerhapsASkip() throws IOException {
        String table =
                "endTime,artistName,trackName,msPlayed\n2020-01-01 10:03:00,A,B,180000\n2020-01-01 10:03:00,A,C,1000\n";
        RecordedRows read = Fixtures.read(folder, bytes(table), ANNA);

        assertThat(times(read)).containsExactly("2020-01-01T10:00:00Z", "2020-01-01T10:02:59Z");
        assertThat(read.listens).extracting(ExternalListen::isSkipped).containsExactly(false, true);
    }

    private RecordedRows read(ImportOptions options, String... dates) throws IOException {
        StringBuilder table = new StringBuilder("artist;title;played at\n");
        for (int i = 0; i < dates.length; i++) {
            table.append("A;B").append(i).append(';').append(dates[i]).append('\n');
        }
        return Fixtures.read(folder, bytes(table.toString()), options);
    }

    private static List<String> times(RecordedRows read) {
        return read.rows.stream()
                .map(row -> Instant.ofEpochSecond(java.util.Objects.requireNonNull(row.listenedAt()))
                        .toString())
                .toList();
    }
}
