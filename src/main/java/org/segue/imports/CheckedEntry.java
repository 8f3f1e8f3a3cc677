package org.segue.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** An entry of a zip on disk whose checksum is compared at its end: a zip's table of contents is read without doing so. */
final class CheckedEntry extends CheckedInputStream {

    /** A reader that has come so near to the end has read the entry, but for what it has no use for. */
    private static final long REST_BYTES = 1 << 20;

    private final ZipEntry entry;
    private long count;
    private boolean ended;

    CheckedEntry(InputStream in, ZipEntry entry) {
        super(in, new CRC32());
        this.entry = entry;
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
        if (read < 0 && !ended) {
            ended = true;
            requireSound();
        }
        return read;
    }

    /** Reads what a reader has left over, unless that is most of it: then nobody has read the entry. */
    void finish() throws IOException {
        if (entry.getSize() - count <= REST_BYTES && count > 0) {
            transferTo(OutputStream.nullOutputStream());
        }
    }

    private void requireSound() throws ZipException {
        if (getChecksum().getValue() != entry.getCrc() || count != entry.getSize()) {
            throw new ZipException("%s is not what was packed (its checksum differs)"
                    .formatted(entry.getName().replaceAll("\\p{Cntrl}", " ")));
        }
    }
}
