package org.segue.songmodel;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A named array of numbers with a shape, row after row. Immutable by agreement: the array is shared.
 */
public final class Tensor {

    /** The kinds of numbers, called as safetensors calls them. */
    public enum Kind {
        /** {@code byte}. */
        I8(Byte.BYTES),
        /** {@code double}. */
        F64(Double.BYTES),
        /** {@code float}. */
        F32(Float.BYTES),
        /** {@code int}. */
        I32(Integer.BYTES),
        /** {@code long}. */
        I64(Long.BYTES);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }

        /** Bytes of one number. */
        public int bytes() {
            return bytes;
        }
    }

    @FunctionalInterface
    private interface Encoder {
        void put(ByteBuffer into, int from, int count);
    }

    private final String name;
    private final Kind kind;
    private final long[] shape;
    private final int length;
    private final Encoder encoder;

    private Tensor(String name, Kind kind, long[] shape, int length, Encoder encoder) {
        long elements = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (elements != length) {
            throw new IllegalArgumentException(
                    "illegal tensor %s: %d values for the shape %s".formatted(name, length, Arrays.toString(shape)));
        }
        this.name = name;
        this.kind = kind;
        this.shape = shape.clone();
        this.length = length;
        this.encoder = encoder;
    }

    /** Bytes of a shape. */
    public static Tensor of(String name, byte[] values, long... shape) {
        return new Tensor(
                name,
                Kind.I8,
                shape,
                values.length,
                (into, from, count) -> into.duplicate().put(values, from, count));
    }

    /** Floats of a shape. */
    public static Tensor of(String name, float[] values, long... shape) {
        return new Tensor(
                name,
                Kind.F32,
                shape,
                values.length,
                (into, from, count) -> into.asFloatBuffer().put(values, from, count));
    }

    /** Ints of a shape. */
    public static Tensor of(String name, int[] values, long... shape) {
        return new Tensor(
                name,
                Kind.I32,
                shape,
                values.length,
                (into, from, count) -> into.asIntBuffer().put(values, from, count));
    }

    /** Longs of a shape. */
    public static Tensor of(String name, long[] values, long... shape) {
        return new Tensor(
                name,
                Kind.I64,
                shape,
                values.length,
                (into, from, count) -> into.asLongBuffer().put(values, from, count));
    }

    /** Doubles of a shape. */
    public static Tensor of(String name, double[] values, long... shape) {
        return new Tensor(
                name,
                Kind.F64,
                shape,
                values.length,
                (into, from, count) -> into.asDoubleBuffer().put(values, from, count));
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** Kind of its numbers. */
    public Kind kind() {
        return kind;
    }

    /** Its extents, outermost first. */
    public long[] shape() {
        return shape.clone();
    }

    /** How many numbers. */
    public int length() {
        return length;
    }

    /** Bytes of all numbers. */
    public long bytes() {
        return (long) length * kind.bytes();
    }

    /** What it is, without its numbers. */
    SafeTensorsHeader.Plan plan() {
        return new SafeTensorsHeader.Plan(name, kind, shape);
    }

    /** Puts numbers into a buffer, in the buffer's byte order, and leaves its position as it is. */
    void encode(ByteBuffer into, int from, int count) {
        encoder.put(into, from, count);
    }
}
