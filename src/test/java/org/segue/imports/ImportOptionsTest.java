package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segue.imports.ImportOptions.Background;

/** What a request says of the files besides the files. */
class ImportOptionsTest {

    @Test
    void withUser_changesTheUserAlone() {
        ImportOptions options = new ImportOptions("table", "source", "anna", "plays", new Background(7, 3));

        assertThat(options.withUser("ben"))
                .isEqualTo(new ImportOptions("table", "source", "ben", "plays", new Background(7, 3)));
    }
}
