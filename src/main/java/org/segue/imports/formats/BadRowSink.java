package org.segue.imports.formats;

/** Takes rows that cannot be used. */
@FunctionalInterface
public interface BadRowSink {

    /** Takes one. */
    void badRow(String file, long line, String reason);
}
