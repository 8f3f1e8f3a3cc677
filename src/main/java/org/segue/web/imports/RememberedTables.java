package org.segue.web.imports;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.imports.ColumnChoiceRepository;

/** Tables whose columns are read as people have said, as the page shows them. Its methods block. */
@Singleton
class RememberedTables {

    private static final int SHOWN = 50;

    private final ColumnChoiceRepository choices;

    RememberedTables(ColumnChoiceRepository choices) {
        this.choices = choices;
    }

    /** The newest of them. */
    List<RememberedTable> all() {
        return choices.all().stream().limit(SHOWN).map(RememberedTable::of).toList();
    }

    /** Forgets one, if it is there. */
    void forget(int id) {
        choices.forget(id);
    }
}
