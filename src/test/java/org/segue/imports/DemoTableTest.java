package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoTableTest {

    @Test
    void date_putsTimesInThePlaceOfMinutesAgo() throws IOException {
        StringWriter dated = new StringWriter();

        DemoTable.date(new BufferedReader(new StringReader("""
                user_id,song_id,minutes_ago,title,artist,album
                anna,d1,90,"Rent's Due, 5",Gary,One
                anna,d1,0,,,
                """)), Instant.ofEpochSecond(1_700_000_059), dated);

        assertThat(dated).hasToString("""
                        user_id,song_id,timestamp,title,artist,album
                        anna,d1,1699994640,"Rent's Due, 5",Gary,One
                        anna,d1,1700000040,,,""");
    }
}
