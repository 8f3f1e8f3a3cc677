package org.segue.imports;

import java.io.FilterInputStream;
import java.io.InputStream;

/** Stays open for what follows: an archive goes on behind its member. */
final class ShieldedStream extends FilterInputStream {
    ShieldedStream(InputStream in) {
        super(in);
    }

    @Override
    public void close() {}
}
