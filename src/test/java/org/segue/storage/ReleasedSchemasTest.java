package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segue.testsupport.FileDatabase;
import org.segue.testsupport.ReleasedDatabase;

/** A database of every schema that ever was is opened by this version, and nothing in it is lost. */
class ReleasedSchemasTest {

    /** How many schemas there were when the last version was released; goes up with each version. */
    private static final int RELEASED = 13;

    @TempDir
    Path folder;

    static IntStream schemas() {
        return IntStream.rangeClosed(1, ReleasedDatabase.count());
    }

    @Test
    void everyReleasedSchema_hasAKeptDatabase() {
        assertThat(ReleasedDatabase.count())
                .as("ReleasedDatabase says how to make one of a new schema")
                .isGreaterThanOrEqualTo(RELEASED);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void open_databaseOfAnEarlierSchema_isMigratedAndKeepsAll(int schema) throws IOException {
        ReleasedDatabase.unpack(schema, folder);

        try (Databases.Opened opened = Databases.open(folder)) {
            assertThat(count(opened, "user WHERE public_id IN ('anna', 'bert') AND population = 0"))
                    .isEqualTo(2);
            assertThat(count(opened, "song WHERE import_id = 1 AND merged_into IS NULL"))
                    .isEqualTo(3);
            assertThat(count(opened, "play_count WHERE value IN (7, 2, 1) AND rating = 0"))
                    .isEqualTo(3);
            assertThat(count(opened, "listen WHERE listened_at >= 1690000000 AND spread = 0"))
                    .isEqualTo(2);
            assertThat(count(opened, "training WHERE status = 'failed'")).isEqualTo(1);
            assertThat(count(opened, "artist_search WHERE artist_search MATCH 'sigur'"))
                    .isEqualTo(1);
            assertThat(count(opened, "song_feedback")).isEqualTo(schema >= 2 ? 1 : 0);
            assertThat(count(opened, "imported_feedback")).isEqualTo(schema >= 4 ? 1 : 0);
            assertThat(count(opened, "access_token")).isEqualTo(schema >= 6 ? 1 : 0);
            assertThat(count(opened, "playlist WHERE songs = '1,2'")).isEqualTo(schema >= 7 ? 1 : 0);
            assertThat(count(opened, "imported_artist_feedback")).isEqualTo(schema >= 8 ? 1 : 0);
            assertThat(count(opened, "imported_feedback WHERE until = 4070908800"))
                    .isEqualTo(schema >= 8 ? 1 : 0);
            assertThat(count(opened, "play_count WHERE rating = 1")).isEqualTo(schema >= 9 ? 1 : 0);
            assertThat(count(opened, "playlist_in_force WHERE songs = '3,1'")).isEqualTo(schema >= 9 ? 1 : 0);
            assertThat(count(opened, "identity WHERE adopts_models = 1")).isEqualTo(schema >= 10 ? 0 : 1);
            assertThat(count(opened, "identity WHERE id = 'kept'")).isEqualTo(schema >= 10 ? 1 : 0);
            assertThat(count(opened, "import WHERE notes = '[\"kept\"]'")).isEqualTo(schema >= 11 ? 1 : 0);
            assertThat(count(opened, "song s JOIN song_merge m ON m.from_id = s.id WHERE s.merged_into = m.into_id"))
                    .isEqualTo(schema >= 12 ? 1 : 0);
            assertThat(count(opened, "listen WHERE by_name = 1")).isEqualTo(schema >= 12 ? 1 : 0);
            assertThat(count(opened, "listen WHERE import_id = -1 AND shift = 5 AND told_song = 4"))
                    .isEqualTo(schema >= 13 ? 1 : 0);
            assertThat(count(opened, "rekeying")).isEqualTo(schema >= 12 ? 0 : 3);
            assertThat(count(opened, "pragma_foreign_key_check")).isZero();
            assertThat(count(opened, "pragma_quick_check WHERE quick_check <> 'ok'"))
                    .isZero();
        }
    }

    @Test
    void open_ratingsOfBefore_areRatingsStill() throws IOException, SQLException {
        ReleasedDatabase.unpack(8, folder);
        try (Connection connection = FileDatabase.in(folder).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE import SET measure = 'ratings'");
        }

        try (Databases.Opened opened = Databases.open(folder)) {
            assertThat(count(opened, "play_count WHERE rating = 1 AND value IN (7, 2, 1)"))
                    .isEqualTo(3);
        }
    }

    private static int count(Databases.Opened opened, String table) {
        return opened.database().read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM " + table));
    }
}
