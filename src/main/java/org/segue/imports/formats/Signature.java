package org.segue.imports.formats;

import java.util.List;
import java.util.function.Predicate;

/** How files of a format start. */
public final class Signature {

    private final Predicate<FileHead> test;

    private Signature(Predicate<FileHead> test) {
        this.test = test;
    }

    /** JSON that has all of some properties. */
    static Signature json(String... names) {
        return new Signature(head -> head.hasJson(names));
    }

    /** A table whose header has these names and no others. */
    static Signature header(char separator, List<String> names) {
        return header(separator, names::equals);
    }

    /** A table with the names of whose header something holds. */
    static Signature header(char separator, Predicate<List<String>> names) {
        return new Signature(head -> names.test(head.names(separator)));
    }

    /** A database that has all of some tables. */
    static Signature tables(String... names) {
        return new Signature(head -> head.tables().containsAll(List.of(names)));
    }

    /** A first line of which something holds. */
    static Signature firstLine(Predicate<String> line) {
        return new Signature(head -> line.test(head.firstLine()));
    }

    /** A start of which something holds. */
    static Signature start(Predicate<FileHead> start) {
        return new Signature(start);
    }

    /** This start or another. */
    Signature or(Signature other) {
        return new Signature(test.or(other.test));
    }

    /** This start and another at the same time. */
    Signature and(Signature other) {
        return new Signature(test.and(other.test));
    }

    /** This start, unless it is another too. */
    Signature butNot(Signature other) {
        return new Signature(test.and(other.test.negate()));
    }

    /** Whether a file starts so. */
    boolean matches(FileHead head) {
        return test.test(head);
    }
}
