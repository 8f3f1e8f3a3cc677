package org.segue.songmodel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A safetensors file that is written a few numbers at a time, all of its tensors side by side. Not safe for several threads. */
final class TensorFile implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final List<Part> parts = new ArrayList<>();

    /** Where the next numbers of a tensor go. */
    private static final class Part {
        private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        private final long end;
        private long next;

        Part(long begin, long bytes) {
            this.next = begin;
            this.end = begin + bytes;
        }
    }

    /**
     * Begins a file.
     *
     * @param path must not exist
     * @param tensors what it will hold, in this order
     */
    TensorFile(Path path, List<SafeTensorsHeader.Plan> tensors) throws IOException {
        byte[] header = SafeTensorsHeader.of(tensors);
        channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
        write(head.putLong(header.length).put(header).flip(), 0);
        long begin = head.limit();
        for (SafeTensorsHeader.Plan tensor : tensors) {
            parts.add(new Part(begin, tensor.bytes()));
            begin += tensor.bytes();
        }
    }

    /** Adds bytes to a tensor. */
    void add(int tensor, byte[] values) throws IOException {
        for (byte value : values) {
            room(tensor, Byte.BYTES).put(value);
        }
    }

    /** Adds ints to a tensor. */
    void add(int tensor, int[] values) throws IOException {
        for (int value : values) {
            room(tensor, Integer.BYTES).putInt(value);
        }
    }

    /** Adds floats to a tensor. */
    void add(int tensor, float... values) throws IOException {
        for (float value : values) {
            room(tensor, Float.BYTES).putFloat(value);
        }
    }

    /** Adds doubles to a tensor. */
    void add(int tensor, double[] values) throws IOException {
        for (double value : values) {
            room(tensor, Double.BYTES).putDouble(value);
        }
    }

    private ByteBuffer room(int tensor, int bytes) throws IOException {
        Part part = parts.get(tensor);
        if (part.waiting.remaining() < bytes) {
            flush(part);
        }
        return part.waiting;
    }

    private void flush(Part part) throws IOException {
        part.waiting.flip();
        part.next += write(part.waiting, part.next);
        part.waiting.clear();
    }

    private int write(ByteBuffer bytes, long position) throws IOException {
        int count = 0;
        while (bytes.hasRemaining()) {
            count += channel.write(bytes, position + count);
        }
        return count;
    }

    /**
     * Writes what waits.
     *
     * @throws IllegalStateException if a tensor has not got as many numbers as were announced
     */
    void finish() throws IOException {
        for (Part part : parts) {
            flush(part);
            if (part.next != part.end) {
                throw new IllegalStateException("illegal number of values: tensor %d ends %d bytes off"
                        .formatted(parts.indexOf(part), part.end - part.next));
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
