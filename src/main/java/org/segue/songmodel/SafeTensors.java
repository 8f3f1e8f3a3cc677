package org.segue.songmodel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A file of tensors in the safetensors format, which NumPy and PyTorch read too: eight bytes with the header's length
 * (little endian), the header as JSON, padded with spaces to a multiple of eight, then the numbers, little endian.
 *
 * <p>Opening checks the whole header: nothing overlaps, no gap is left, every shape fits its bytes, and the file ends where
 * the last tensor does. Numbers are read when they are asked for, a megabyte at a time, straight into their array. An open
 * file belongs to one thread. The format: huggingface/safetensors, README, "Format".
 */
public final class SafeTensors implements Closeable {

    /** Far more than a header of ours (under 1 KB) and less than would hurt. */
    private static final int MAX_HEADER_BYTES = 1 << 20;

    private static final int PREFIX_BYTES = Long.BYTES;
    private static final int CHUNK_BYTES = 1 << 20;
    private final Path path;
    private final FileChannel channel;
    private final long dataStart;
    private final Map<String, SafeTensorsHeader.Entry> entries;

    private SafeTensors(Path path, FileChannel channel, long dataStart, Map<String, SafeTensorsHeader.Entry> entries) {
        this.path = path;
        this.channel = channel;
        this.dataStart = dataStart;
        this.entries = entries;
    }

    /**
     * Writes a new file and forces it to disk.
     *
     * @param path the file; must not exist
     * @param tensors what it holds, in this order; names differ
     * @throws IOException if the file exists or cannot be written; what was written of it stays behind
     */
    public static void write(Path path, List<Tensor> tensors) throws IOException {
        byte[] header = SafeTensorsHeader.of(tensors.stream().map(Tensor::plan).toList());
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            writeFully(channel, chunk.putLong(header.length).flip());
            writeFully(channel, ByteBuffer.wrap(header));
            for (Tensor tensor : tensors) {
                writeNumbers(channel, chunk, tensor);
            }
            channel.force(true);
        }
    }

    private static void writeNumbers(FileChannel channel, ByteBuffer chunk, Tensor tensor) throws IOException {
        int perChunk = CHUNK_BYTES / tensor.kind().bytes();
        for (int from = 0; from < tensor.length(); from += perChunk) {
            int count = Math.min(perChunk, tensor.length() - from);
            chunk.clear();
            tensor.encode(chunk, from, count);
            writeFully(channel, chunk.limit(count * tensor.kind().bytes()));
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        bytes.clear();
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws IOException if it cannot be read or is not a sound safetensors file of these kinds of numbers; the message
     *     says which and why
     */
    public static SafeTensors open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ByteBuffer header = readHeader(path, channel);
            long dataStart = PREFIX_BYTES + (long) header.remaining();
            Map<String, SafeTensorsHeader.Entry> entries =
                    SafeTensorsHeader.parse(path, header, channel.size() - dataStart);
            return new SafeTensors(path, channel, dataStart, entries);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static ByteBuffer readHeader(Path path, FileChannel channel) throws IOException {
        long size = channel.size();
        SafeTensorsHeader.require(size >= PREFIX_BYTES, path, "%d bytes are too few for a header", size);
        long length = read(path, channel, 0, PREFIX_BYTES).getLong();
        SafeTensorsHeader.require(
                length >= 2 && length <= MAX_HEADER_BYTES,
                path,
                "the header's length %s is not between 2 and %d",
                Long.toUnsignedString(length),
                MAX_HEADER_BYTES);
        SafeTensorsHeader.require(length <= size - PREFIX_BYTES, path, "the header of %d bytes is cut off", length);
        return read(path, channel, PREFIX_BYTES, (int) length);
    }

    /** Names of the tensors, in the order in which they lie in the file. */
    public Set<String> names() {
        return entries.keySet();
    }

    /**
     * Shape of a tensor.
     *
     * @throws IOException if there is no such tensor
     */
    public long[] shape(String name) throws IOException {
        SafeTensorsHeader.Entry entry = entries.get(name);
        if (entry == null) {
            throw new IOException("%s: there is no tensor %s".formatted(path, name));
        }
        return entry.shape().clone();
    }

    /**
     * How many numbers a tensor holds.
     *
     * @throws IOException if there is no such tensor
     */
    public long length(String name) throws IOException {
        long length = 1;
        for (long extent : shape(name)) {
            length *= extent;
        }
        return length;
    }

    /** All numbers of an I8 tensor, as {@link #floats(String)}. */
    public byte[] bytes(String name) throws IOException {
        SafeTensorsHeader.Entry entry = require(name, Tensor.Kind.I8);
        byte[] values = new byte[entry.length()];
        readChunks(entry, (chunk, from, count) -> chunk.get(values, from, count));
        return values;
    }

    /**
     * All numbers of an F32 tensor.
     *
     * @throws IOException if there is no such tensor of that kind, or it cannot be read
     */
    public float[] floats(String name) throws IOException {
        SafeTensorsHeader.Entry entry = require(name, Tensor.Kind.F32);
        float[] values = new float[entry.length()];
        readChunks(entry, (chunk, from, count) -> chunk.asFloatBuffer().get(values, from, count));
        return values;
    }

    /**
     * All numbers of an I32 tensor.
     *
     * @throws IOException if there is no such tensor of that kind, or it cannot be read
     */
    public int[] ints(String name) throws IOException {
        SafeTensorsHeader.Entry entry = require(name, Tensor.Kind.I32);
        int[] values = new int[entry.length()];
        readChunks(entry, (chunk, from, count) -> chunk.asIntBuffer().get(values, from, count));
        return values;
    }

    /**
     * All numbers of an I64 tensor.
     *
     * @throws IOException if there is no such tensor of that kind, or it cannot be read
     */
    public long[] longs(String name) throws IOException {
        SafeTensorsHeader.Entry entry = require(name, Tensor.Kind.I64);
        long[] values = new long[entry.length()];
        readChunks(entry, (chunk, from, count) -> chunk.asLongBuffer().get(values, from, count));
        return values;
    }

    /**
     * Some bytes of an I8 tensor.
     *
     * @param from the first number's place
     * @param into is filled
     * @throws IOException if there is no such tensor of that kind, or it cannot be read
     */
    public void bytes(String name, long from, byte[] into) throws IOException {
        readFully(path, channel, ByteBuffer.wrap(into), place(name, Tensor.Kind.I8, from, into.length));
    }

    /** Some numbers of an I32 tensor, as {@link #bytes}. */
    public void ints(String name, long from, int[] into) throws IOException {
        chunk(name, Tensor.Kind.I32, from, into.length).asIntBuffer().get(into);
    }

    /** Some numbers of an F32 tensor, as {@link #bytes}. */
    public void floats(String name, long from, float[] into) throws IOException {
        chunk(name, Tensor.Kind.F32, from, into.length).asFloatBuffer().get(into);
    }

    /** Some numbers of an F64 tensor, as {@link #bytes}. */
    public void doubles(String name, long from, double[] into) throws IOException {
        chunk(name, Tensor.Kind.F64, from, into.length).asDoubleBuffer().get(into);
    }

    private ByteBuffer chunk(String name, Tensor.Kind kind, long from, int count) throws IOException {
        long place = place(name, kind, from, count);
        return read(path, channel, place, Math.multiplyExact(count, kind.bytes()));
    }

    private long place(String name, Tensor.Kind kind, long from, int count) throws IOException {
        SafeTensorsHeader.Entry entry = entry(name, kind);
        Objects.checkFromIndexSize(from, (long) count, (entry.end() - entry.begin()) / kind.bytes());
        return dataStart + entry.begin() + from * kind.bytes();
    }

    /**
     * Kind of a tensor's numbers.
     *
     * @throws IOException if there is no such tensor
     */
    public Tensor.Kind kind(String name) throws IOException {
        SafeTensorsHeader.Entry entry = entries.get(name);
        if (entry == null) {
            throw new IOException("%s: there is no tensor %s".formatted(path, name));
        }
        return entry.kind();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @FunctionalInterface
    private interface Decoder {
        void take(ByteBuffer chunk, int from, int count);
    }

    private void readChunks(SafeTensorsHeader.Entry entry, Decoder decoder) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocateDirect((int) Math.min(CHUNK_BYTES, entry.end() - entry.begin()))
                .order(ByteOrder.LITTLE_ENDIAN);
        int perChunk = CHUNK_BYTES / entry.kind().bytes();
        for (int from = 0; from < entry.length(); from += perChunk) {
            int count = Math.min(perChunk, entry.length() - from);
            chunk.clear().limit(count * entry.kind().bytes());
            readFully(
                    path,
                    channel,
                    chunk,
                    dataStart + entry.begin() + (long) from * entry.kind().bytes());
            decoder.take(chunk, from, count);
        }
    }

    private SafeTensorsHeader.Entry require(String name, Tensor.Kind kind) throws IOException {
        SafeTensorsHeader.Entry entry = entry(name, kind);
        SafeTensorsHeader.require(
                (entry.end() - entry.begin()) / kind.bytes() <= Integer.MAX_VALUE - 8,
                path,
                "tensor %s is too large to read",
                name);
        return entry;
    }

    private SafeTensorsHeader.Entry entry(String name, Tensor.Kind kind) throws IOException {
        SafeTensorsHeader.Entry entry = entries.get(name);
        if (entry == null || entry.kind() != kind) {
            throw new IOException("%s: there is no tensor %s of %s".formatted(path, name, kind));
        }
        return entry;
    }

    private static ByteBuffer read(Path path, FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        readFully(path, channel, bytes, position);
        return bytes;
    }

    // Leaves the buffer ready to be read from its start.
    private static void readFully(Path path, FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes, position + bytes.position());
            SafeTensorsHeader.require(
                    count > 0, path, "the file ends at byte %d, too early", position + bytes.position());
        }
        bytes.flip();
    }
}
