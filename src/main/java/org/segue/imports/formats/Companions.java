package org.segue.imports.formats;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the files of one import tell of each other: some services keep a play in one file and the names of its song in another.
 * For one thread.
 */
public final class Companions {

    private final Set<Class<?>> expected = new HashSet<>();
    private final Map<Class<?>, Object> told = new HashMap<>();

    /** Nothing known yet. */
    public Companions() {}

    /** Takes note that a file of an importer's is among those of the import, before any is read. */
    public void expect(HistoryImporter importer) {
        expected.add(importer.getClass());
    }

    /** Whether a file of such an importer is among them, as far as that is known before they are read. */
    boolean expects(Class<? extends HistoryImporter> importer) {
        return expected.contains(importer);
    }

    /** What files have told so far; nothing yet, as it is made, if none has told anything. */
    <T> T told(Class<T> kind, Supplier<T> nothing) {
        return kind.cast(told.computeIfAbsent(kind, made -> nothing.get()));
    }
}
