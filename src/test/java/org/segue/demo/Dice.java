package org.segue.demo;

import java.util.List;

/**
 * A seeded source of chance whose numbers no JDK may change: SplitMix64 (Steele, Lea and Flood, "Fast Splittable
 * Pseudorandom Number Generators", OOPSLA 2014) with {@link StrictMath} for what is not uniform.
 *
 * <p>Not safe for several threads.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Another source, independent of what this one yields from now on. */
    Dice split() {
        return new Dice(nextLong());
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [0, bound), bound positive. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Normal with mean 0 and deviation 1 (Box and Muller 1958; the second number of each pair is not used). */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** exp(location + scale · normal): heavy-tailed, median exp(location). */
    double logNormal(double location, double scale) {
        return StrictMath.exp(location + scale * gaussian());
    }

    /** 0, 1, … n − 1 in random order (Fisher and Yates). */
    int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private long nextLong() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
