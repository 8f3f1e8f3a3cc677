package org.segue.songmodel;

/** An embedding in bytes: q · scale with one scale a song, max |q| = 127. */
public final class QuantizedRow {

    private static final int MAX = 127;

    private QuantizedRow() {}

    /**
     * Quantizes a row, rounding half to even.
     *
     * @param row finite values
     * @param into becomes q: of the same length
     * @return the scale, {@code max|row| / 127}; 1 for a row of zeros
     */
    public static float quantize(float[] row, byte[] into) {
        float scale = scale(row);
        for (int k = 0; k < row.length; k++) {
            into[k] = (byte) Math.max(-MAX, Math.min(MAX, Math.rint(row[k] / (double) scale)));
        }
        return scale;
    }

    private static float scale(float[] row) {
        float most = 0;
        for (float value : row) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("illegal value of an embedding: %s".formatted(value));
            }
            most = Math.max(most, Math.abs(value));
        }
        float scale = most / MAX;
        return scale > 0 ? scale : 1;
    }

    /** Puts the values of a row, q · scale, into an array of its own length. */
    public static void dequantize(byte[] rows, int row, float scale, float[] into) {
        for (int k = 0; k < into.length; k++) {
            into[k] = rows[row * into.length + k] * scale;
        }
    }
}
