package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.CatalogChanged;
import org.segue.feedback.FeedbackChanged;
import org.segue.listens.HistoryChanged;
import org.segue.listens.ListensAdded;
import org.segue.listens.Measure;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;

class HistoriesTest {

    private static final int ANNA = 1;
    private static final int BEN = 2;

    @TempDir
    Path folder;

    private Databases.Opened opened;
    private Database database;
    private Histories histories;

    @BeforeEach
    void open() {
        opened = Databases.open(folder);
        database = opened.database();
        write("INSERT INTO user (id, public_id, name) VALUES (1, 'anna', 'Anna'), (2, 'ben', 'Ben')");
        write("INSERT INTO song (id, public_id, title) VALUES (7, 's7', 'Seven'), (8, 's8', 'Eight')");
        write("INSERT INTO listen (user_id, listened_at, song_id, import_id) VALUES (1, 1700000000, 7, 0)");
        histories = new Histories(Interactions.of(database), database);
    }

    @AfterEach
    void close() throws IOException {
        opened.close();
    }

    // What is written behind its back shows what is read anew.
    @Test
    void verdict_isKnownAtOnce_withoutReadingTheListensAgain() {
        assertThat(of(ANNA).songIds()).containsExactly(7);
        write("INSERT INTO listen (user_id, listened_at, song_id, import_id) VALUES (1, 1700000300, 8, 0)");
        write("INSERT INTO song_feedback (user_id, song_id, verdict, judged_at) VALUES (1, 7, 'dislike', 0)");

        histories.forget(new FeedbackChanged(ANNA));

        assertThat(of(ANNA).preferences().weightOf(7)).isEqualTo(Preferences.DISLIKE);
        assertThat(of(ANNA).songIds()).containsExactly(7);
        assertThat(of(ANNA).lastHeard(7)).isEqualTo(1700000000);
    }

    @Test
    void listens_ofOneUser_areReadAgainForThatUserAlone() {
        assertThat(of(ANNA).songIds()).containsExactly(7);
        assertThat(of(BEN).isEmpty()).isTrue();
        write("INSERT INTO listen (user_id, listened_at, song_id, import_id) VALUES (1, 1700000300, 8, 0)");
        write("INSERT INTO listen (user_id, listened_at, song_id, import_id) VALUES (2, 1700000300, 8, 0)");

        histories.forget(new ListensAdded(ANNA, null));
        assertThat(of(ANNA).songIds()).containsExactly(7, 8);
        assertThat(of(BEN).isEmpty()).isTrue();

        histories.forget(new HistoryChanged(BEN, false));
        assertThat(of(BEN).songIds()).containsExactly(8);
    }

    @Test
    void songs_joined_areReadAgainAsOne() {
        write("INSERT INTO listen (user_id, listened_at, song_id, import_id) VALUES (1, 1700000300, 8, 0)");
        assertThat(of(ANNA).songIds()).containsExactly(7, 8);
        write("UPDATE song SET merged_into = 7 WHERE id = 8");

        histories.forget(new CatalogChanged());

        assertThat(of(ANNA).songIds()).containsExactly(7);
        assertThat(of(ANNA).lastHeard(7)).isEqualTo(1700000300);
    }

    private UserHistory of(int user) {
        return histories.of(user, Measure.PLAYS).join();
    }

    private void write(String sql) {
        database.writeNow(connection -> Statements.update(connection, sql));
    }
}
