package org.segue.spark;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The α0 that suits a table as far as its density tells, as {@code Hyperparameters.usualUnobservedWeight} of the service has it: 36 ρ, with sessions 9 ρ, at most .5 and .02 / ρ.
 */
final class UsualUnobservedWeight {

    private static final double PER_OBSERVED = 36;
    private static final double PER_OBSERVED_OF_SESSIONS = 9;
    private static final double MAX = 0.5;
    private static final double IN_DENSE_TABLES = 0.02;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private UsualUnobservedWeight() {}

    /**
     * In two digits.
     *
     * @param density ρ = cells / (rows × songs)
     */
    static double readable(double density, boolean hasSessions) {
        double most = Math.min(MAX, IN_DENSE_TABLES / density);
        double usual = (hasSessions ? PER_OBSERVED_OF_SESSIONS : PER_OBSERVED) * density;
        return BigDecimal.valueOf(Math.min(most, usual)).round(TWO_DIGITS).doubleValue();
    }
}
