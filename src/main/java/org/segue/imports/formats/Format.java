package org.segue.imports.formats;

/**
 * A format of listening histories. Several importers may read files of one name.
 *
 * @param name what requests and reports call it
 * @param source whose ids such files carry, unless the request names another
 * @param signature how its files start
 * @param hasSongIds whether its files name songs by ids that mean something in their source alone
 */
public record Format(String name, String source, Signature signature, boolean hasSongIds) {

    /** One whose files name songs by words, or by ids that mean the same everywhere. */
    Format(String name, String source, Signature signature) {
        this(name, source, signature, false);
    }
}
