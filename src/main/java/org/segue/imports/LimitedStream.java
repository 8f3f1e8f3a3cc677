package org.segue.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to become larger than anything honest. */
final class LimitedStream extends FilterInputStream {
    private final String name;
    private final long most;
    private final ImportPhrase tooLarge;
    private long count;

    /** @param tooLarge what to say of one that is larger */
    LimitedStream(InputStream in, String name, long most, ImportPhrase tooLarge) {
        super(in);
        this.name = name;
        this.most = most;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count += Math.max(0, read);
        requireSmall();
        return read;
    }

    void requireSmall() {
        if (count > most) {
            throw new ImportException(tooLarge.with(name, most >> 20));
        }
    }
}
