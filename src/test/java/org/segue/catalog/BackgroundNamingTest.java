package org.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.testsupport.FileDatabase;
import org.segue.testsupport.ReleasedDatabase;

/** Names of strangers in a database of before are hashed once; names of the household are left alone. */
class BackgroundNamingTest {

    private static final String NAMES =
            "SELECT u.id || ' ' || u.public_id || ' ' || u.name || ' ' || a.external_id FROM user u"
                    + " JOIN user_alias a ON a.user_id = u.id ORDER BY u.id";

    @TempDir
    Path folder;

    private void makeBertAStranger() throws IOException, SQLException {
        ReleasedDatabase.unpack(10, folder);
        try (Connection connection = FileDatabase.writerIn(folder).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE user SET population = 1 WHERE public_id = 'bert'");
        }
    }

    private static List<String> names(Database database) {
        return database.query(NAMES, row -> row.getString(1));
    }

    @Test
    void start_strangersOfBefore_areHashed_onceAndForEver() throws IOException, SQLException {
        makeBertAStranger();
        List<String> hashed;
        try (Databases.Opened opened = Databases.open(folder)) {
            new BackgroundNamingRepository(opened.database()).run();
            hashed = names(opened.database());
        }

        assertThat(hashed.get(0)).isEqualTo("1 anna anna anna");
        assertThat(hashed.get(1)).matches("2 kept:(~[0-9a-f]{32}) \\1 \\1");
        try (Databases.Opened opened = Databases.open(folder)) {
            new BackgroundNamingRepository(opened.database()).run();
            assertThat(names(opened.database())).isEqualTo(hashed);
            assertThat(opened.database().<String>query("SELECT step FROM background_naming", row -> row.getString(1)))
                    .isEmpty();
        }
    }

    @Test
    void start_brokenOffInBetween_goesOnWithThoseWhoHaveNamesStill() throws IOException, SQLException {
        makeBertAStranger();
        try (Databases.Opened opened = Databases.open(folder)) {
            Database database = opened.database();
            database.writeNow(connection -> {
                BackgroundNamingRepository.hide(connection, BackgroundNameRepository.of(connection), 2);
                return true;
            });
            List<String> before = names(database);

            new BackgroundNamingRepository(database).run();

            assertThat(names(database)).isEqualTo(before);
        }
    }

    @Test
    void hash_keysOfTwoDatabases_tellNothingOfEachOther() throws IOException {
        try (Databases.Opened one = Databases.open(folder.resolve("one"));
                Databases.Opened other = Databases.open(folder.resolve("other"))) {
            assertThat(hash(one, "listenbrainz", "rob"))
                    .isEqualTo(hash(one, "listenbrainz", "rob"))
                    .isNotEqualTo(hash(one, "lastfm", "rob"))
                    .isNotEqualTo(hash(other, "listenbrainz", "rob"));
        }
    }

    private static String hash(Databases.Opened opened, String source, String name) {
        return opened.database()
                .writeNow(connection -> BackgroundNameRepository.of(connection).hash(source, name));
    }
}
