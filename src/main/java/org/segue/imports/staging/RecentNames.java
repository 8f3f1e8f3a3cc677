package org.segue.imports.staging;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of the names that were used lately: at least the last {@value #GENERATION} different ones, at most twice as many. Two
 * generations of open addressing: a name that is used moves to the younger one; when that is full the older one is forgotten.
 * Arrays without entries, because each of millions of rows asks for two names, and with a hash of its own: names that differ in
 * two numbers often have the same {@link String#hashCode}. For one thread; some 120 bytes a name.
 */
final class RecentNames {

    private static final int GENERATION = 1 << 16;

    /** Places in the table of a generation: at least half of them are empty. */
    private static final int PLACES = 2 * GENERATION;

    private Generation young = new Generation();
    private @Nullable Generation old;
    private boolean anyForgotten;

    /** The number of a name, 0 if it was not used lately. */
    int find(String name) {
        int hash = hash(name);
        int number = young.find(name, hash);
        if (number == 0 && old != null) {
            number = old.find(name, hash);
            if (number != 0) {
                put(name, hash, number);
            }
        }
        return number;
    }

    /** Notes the number, not 0, of a name that was not found. */
    void put(String name, int number) {
        put(name, hash(name), number);
    }

    private void put(String name, int hash, int number) {
        if (young.size == GENERATION) {
            anyForgotten |= old != null;
            Generation emptied = old == null ? new Generation() : old.cleared();
            old = young;
            young = emptied;
        }
        young.put(name, hash, number);
    }

    /** Whether a name that was noted may not be found any more. */
    boolean hasForgotten() {
        return anyForgotten;
    }

    // FNV-1a of every other character, which a processor reckons side by side, then MurmurHash3's last step, so that
    // all bits
    // count where the lowest choose the place.
    private static int hash(String name) {
        int even = 0x811c9dc5;
        int odd = 0x811c9dc5;
        int length = name.length();
        for (int i = 1; i < length; i += 2) {
            even = (even ^ name.charAt(i - 1)) * 0x01000193;
            odd = (odd ^ name.charAt(i)) * 0x01000193;
        }
        int last = length % 2 == 0 ? 0 : name.charAt(length - 1) + 1;
        int hash = ((even ^ last) * 0x01000193) ^ Integer.rotateLeft(odd, 15);
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    // A hash and a number lie side by side: of a name that was used long ago each array has to be fetched.
    private static final class Generation {
        private final @Nullable String[] names = new String[PLACES];
        private final long[] hashesAndNumbers = new long[PLACES];
        private int size;

        int find(String name, int hash) {
            int place = hash & (PLACES - 1);
            for (long here = hashesAndNumbers[place]; here != 0; here = hashesAndNumbers[place]) {
                if ((int) (here >>> 32) == hash && name.equals(names[place])) {
                    return (int) here;
                }
                place = (place + 1) & (PLACES - 1);
            }
            return 0;
        }

        void put(String name, int hash, int number) {
            int place = hash & (PLACES - 1);
            while (hashesAndNumbers[place] != 0) {
                place = (place + 1) & (PLACES - 1);
            }
            names[place] = name;
            hashesAndNumbers[place] = (long) hash << 32 | number;
            size++;
        }

        Generation cleared() {
            Arrays.fill(names, null);
            Arrays.fill(hashesAndNumbers, 0);
            size = 0;
            return this;
        }
    }
}
