package org.segue.demo;

/** Draws indexes in proportion to their weights. Immutable. */
final class Lottery {

    private final double[] cumulative;

    /** @param weights none negative, at least one positive */
    Lottery(double... weights) {
        cumulative = weights.clone();
        for (int i = 1; i < cumulative.length; i++) {
            cumulative[i] += cumulative[i - 1];
        }
        if (cumulative.length == 0 || !(total() > 0)) {
            throw new IllegalArgumentException("illegal weights: nothing to draw");
        }
    }

    /** The first index whose cumulative weight lies above a random point: never one of weight zero. */
    int draw(Dice dice) {
        double point = dice.unit() * total();
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > point) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private double total() {
        return cumulative[cumulative.length - 1];
    }
}
