package org.segue.library;

import java.util.BitSet;

/**
 * How alike two words are: the Jaro similarity, raised for a common beginning (Winkler, String Comparator Metrics and Enhanced Decision
 * Rules in the Fellegi-Sunter Model of Record Linkage, 1990).
 */
final class JaroWinkler {

    private static final int MAX_PREFIX = 4;
    private static final double PREFIX_WEIGHT = 0.1;

    private JaroWinkler() {}

    /** Similarity of two texts, 0 to 1. */
    static double of(String one, String other) {
        double jaro = jaro(one, other);
        int prefix = 0;
        int longest = Math.min(MAX_PREFIX, Math.min(one.length(), other.length()));
        while (prefix < longest && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        BitSet ofOne = new BitSet(one.length());
        BitSet ofOther = new BitSet(other.length());
        match(one, other, ofOne, ofOther);
        double matches = ofOne.cardinality();
        if (matches == 0) {
            return 0;
        }
        double swapped = outOfOrder(one, other, ofOne, ofOther) / 2.0;
        return (matches / one.length() + matches / other.length() + (matches - swapped) / matches) / 3;
    }

    // Characters match that are the same and not further apart than half of the longer text.
    private static void match(String one, String other, BitSet ofOne, BitSet ofOther) {
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        for (int i = 0; i < one.length(); i++) {
            int end = Math.min(other.length(), i + reach + 1);
            for (int j = Math.max(0, i - reach); j < end; j++) {
                if (one.charAt(i) == other.charAt(j) && !ofOther.get(j)) {
                    ofOne.set(i);
                    ofOther.set(j);
                    break;
                }
            }
        }
    }

    private static int outOfOrder(String one, String other, BitSet ofOne, BitSet ofOther) {
        int differ = 0;
        int j = ofOther.nextSetBit(0);
        for (int i = ofOne.nextSetBit(0); i >= 0; i = ofOne.nextSetBit(i + 1)) {
            differ += one.charAt(i) == other.charAt(j) ? 0 : 1;
            j = ofOther.nextSetBit(j + 1);
        }
        return differ;
    }
}
