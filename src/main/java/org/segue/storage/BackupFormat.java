package org.segue.storage;

import java.util.regex.Pattern;

/**
 * What a backup holds: a zip with these entries and no others.
 *
 * <pre>
 * segue-backup.txt                     that it is one, of which format, and of when
 * models/active                        the version that answers
 * models/VERSION/factors.safetensors   every version that was kept
 * models/VERSION/manifest.json
 * segue.db                             the database
 * </pre>
 */
final class BackupFormat {

    /** What the first line of the note says. A later format will say another number. */
    static final String FIRST_LINE = "Segue backup, format 1";

    static final String NOTE = "segue-backup.txt";
    static final String DATABASE = "segue.db";
    static final String MODELS = "models";
    static final String FACTORS = "factors.safetensors";
    static final String MANIFEST = "manifest.json";

    /** Begins the name of a version that is complete and about to take its former self's place, as the store of models does. */
    static final String REWRITTEN_PREFIX = ".rewritten-";

    private static final Pattern ENTRY = Pattern.compile(
            "segue-backup\\.txt|segue\\.db|models/active|models/[0-9A-Za-z][0-9A-Za-z-]{0,63}/(factors\\.safetensors|manifest\\.json)");

    private BackupFormat() {}

    /** Whether an entry of this name may be in a backup: none leads out of a folder. */
    static boolean isEntry(String name) {
        return ENTRY.matcher(name).matches();
    }
}
