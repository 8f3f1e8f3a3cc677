package org.segue.api;

import io.vertx.core.buffer.Buffer;
import java.io.InputStream;
import java.util.Objects;

/** Reads a buffer as it is in memory. For one thread. */
final class BufferStream extends InputStream {

    private final Buffer buffer;
    private int next;

    BufferStream(Buffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public int read() {
        return next < buffer.length() ? Byte.toUnsignedInt(buffer.getByte(next++)) : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int count = Math.min(length, available());
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        buffer.getBytes(next, next + count, bytes, offset);
        next += count;
        return count;
    }

    @Override
    public byte[] readAllBytes() {
        byte[] rest = buffer.getBytes(next, buffer.length());
        next = buffer.length();
        return rest;
    }

    @Override
    public int available() {
        return buffer.length() - next;
    }
}
