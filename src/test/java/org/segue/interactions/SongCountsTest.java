package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.Repositories;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;

class SongCountsTest {

    @TempDir
    Path folder;

    private Databases.Opened opened;
    private Database database;
    private SongCounts counts;

    @BeforeEach
    void open() {
        opened = Databases.open(folder);
        database = opened.database();
        Repositories catalog = new Repositories(database);
        counts = new SongCounts(catalog.songs(), catalog.popular(), database);
        write(
                "INSERT INTO import (id, status, request, created_at) VALUES (1, 'completed', '{}', 0), (2, 'undone', '{}', 0)");
        write(
                "INSERT INTO user (id, public_id, name) VALUES (1, 'anna', 'Anna'), (2, 'ben', 'Ben'), (3, 'cleo', 'Cleo')");
        write(
                "INSERT INTO song (id, public_id, title) VALUES (5, 's5', 'Five'), (7, 's7', 'Seven'), (8, 's8', 'Eight')");
    }

    @AfterEach
    void close() throws IOException {
        opened.close();
    }

    @Test
    void user_countsOnceForASong_howeverOftenAndFromWhereverItWasHeard() {
        listens("(1, 10, 7, 0, 0)", "(1, 20, 7, 0, 0)", "(1, 20, 7, 1, 0)", "(2, 10, 7, 1, 0)", "(2, 11, 8, 0, 0)");
        playCounts("(1, 7, 1, 3)", "(3, 7, 1, 3)");

        counts.refresh();

        assertThat(listeners()).containsExactly(0, 3, 1);
    }

    @Test
    void skips_andImportsThatAreNotInForce_doNotCount() {
        listens("(1, 10, 7, 0, 1)", "(2, 10, 7, 2, 0)", "(3, 10, 8, 1, 0)");
        playCounts("(3, 7, 2, 3)");

        counts.refresh();

        assertThat(listeners()).containsExactly(0, 0, 1);
    }

    @Test
    void rowsOfASongThatWasJoined_countForTheOther_andThoseOfOneThatIsGoneForNone() {
        listens("(1, 10, 7, 0, 0)", "(1, 20, 8, 0, 0)", "(2, 10, 8, 0, 0)", "(2, 20, 99, 0, 0)", "(2, 30, 6, 0, 0)");
        write("UPDATE song SET merged_into = 7 WHERE id = 8");

        counts.refresh();

        assertThat(listeners()).containsExactly(0, 2, 0);
    }

    @Test
    void popularSongs_areListedAnew_whereTheirRankOrTheirNameHasChanged() {
        listens("(1, 10, 7, 0, 0)", "(2, 10, 7, 0, 0)", "(1, 10, 8, 0, 0)");
        counts.refresh();
        assertThat(popular()).containsExactly("Seven", "Eight");

        listens("(2, 10, 8, 0, 0)", "(3, 10, 8, 0, 0)", "(3, 10, 5, 0, 0)");
        write("UPDATE song SET title = 'Sieben' WHERE id = 7");
        counts.refresh();

        assertThat(popular()).containsExactly("Eight", "Sieben", "Five");
        assertThat(found("eig")).containsExactly("Eight");
        assertThat(found("sev")).isEmpty();
        assertThat(found("sie")).containsExactly("Sieben");

        write("DELETE FROM listen WHERE song_id <> 5");
        counts.refresh();

        assertThat(popular()).containsExactly("Five");
        assertThat(found("eig")).isEmpty();
    }

    private void listens(String... rows) {
        write("INSERT INTO listen (user_id, listened_at, song_id, import_id, skipped) VALUES "
                + String.join(", ", rows));
    }

    private void playCounts(String... rows) {
        write("INSERT INTO play_count (user_id, song_id, import_id, value) VALUES " + String.join(", ", rows));
    }

    private void write(String sql) {
        database.writeNow(connection -> Statements.update(connection, sql));
    }

    private List<Integer> listeners() {
        return database.query("SELECT listeners FROM song ORDER BY id", row -> row.getInt(1));
    }

    private List<String> popular() {
        return database.query("SELECT title FROM popular_song ORDER BY rank", row -> row.getString(1));
    }

    private List<String> found(String typed) {
        return database.query(
                "SELECT title FROM popular_song WHERE rank IN"
                        + " (SELECT rowid FROM popular_song_search WHERE popular_song_search MATCH ?) ORDER BY rank",
                row -> row.getString(1),
                typed + "*");
    }
}
