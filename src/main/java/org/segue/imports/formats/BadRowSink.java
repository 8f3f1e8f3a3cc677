package org.segue.imports.formats;

import org.segue.text.Sentence;

/** Takes rows that cannot be used. */
@FunctionalInterface
public interface BadRowSink {

    /** Takes one. */
    void badRow(String file, long line, Sentence reason);
}
