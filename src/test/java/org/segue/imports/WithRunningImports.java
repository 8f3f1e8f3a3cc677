package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with the imports of an empty data folder. */
abstract class WithRunningImports {

    @TempDir
    Path folder;

    RunningImports imports;

    @BeforeEach
    void start() throws IOException {
        imports = RunningImports.start(folder);
    }

    @AfterEach
    void stop() throws IOException {
        imports.close();
    }

    /** A table that takes a while: twenty songs a user, of some four thousand. */
    static String manyRows(int rows) {
        StringBuilder csv = new StringBuilder("user,song,plays,title\n");
        for (int i = 0; i < rows; i++) {
            csv.append("u%d,s%d,1,Song %d\n".formatted(i / 20, (i * 7919L) % 4001, i % 4001));
        }
        return csv.toString();
    }

    void assertNothingIsLeft() {
        assertThat(imports.plays()).isEmpty();
        assertThat(Stream.of("user", "user_alias", "song", "song_alias", "play_count", "listen", "imported_feedback")
                        .filter(table -> imports.rows(table) > 0))
                .as("tables with rows")
                .isEmpty();
    }
}
