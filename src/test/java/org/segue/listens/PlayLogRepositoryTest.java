package org.segue.listens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;

class PlayLogRepositoryTest {

    private static final int SCROBBLED = 0;
    private static final int COMPLETED = 1;
    private static final int UNDONE = 2;

    @TempDir
    Path folder;

    @Test
    void log_hasEachListenOnce_withoutSkipsAndWhatWasTakenBack() throws Exception {
        try (Databases.Opened opened = Databases.open(folder)) {
            Database database = opened.database();
            database.writeNow(connection -> Statements.update(
                    connection,
                    "INSERT INTO import (id, status, request, created_at) VALUES (1, 'completed', '{}', 0),"
                            + " (2, 'undone', '{}', 0)"));
            listen(database, "2026-01-31T23:59:59Z", 5, SCROBBLED, 0);
            listen(database, "2026-01-31T23:59:59Z", 5, COMPLETED, 0);
            listen(database, "2026-01-31T23:59:59Z", 6, COMPLETED, 0);
            listen(database, "2026-02-01T00:00:00Z", 5, SCROBBLED, 0);
            listen(database, "2026-02-02T00:00:00Z", 5, SCROBBLED, 1);
            listen(database, "2026-03-01T00:00:00Z", 5, UNDONE, 0);

            PlayLog log = new PlayLogRepository(database).of(1);
            assertThat(log.songs()).containsExactly(5, 6, 5);
            assertThat(Instant.ofEpochSecond(log.times()[2])).isEqualTo("2026-02-01T00:00:00Z");
            assertThat(new PlayLogRepository(database).of(2).size()).isZero();
        }
    }

    private static void listen(Database database, String time, int song, int importId, int skipped) {
        database.writeNow(connection -> Statements.update(
                connection,
                "INSERT INTO listen (user_id, listened_at, song_id, import_id, skipped) VALUES (1, ?, ?, ?, ?)",
                Instant.parse(time).getEpochSecond(),
                song,
                importId,
                skipped));
    }
}
