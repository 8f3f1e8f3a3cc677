package org.segue.demo;

import java.util.Arrays;

/** When a listener sits down to listen: some from the first day on, some later; most until now, some no more. */
final class Calendar {

    /** Two years. */
    static final int MINUTES = 730 * Calendar.DAY;

    private static final int DAY = 24 * 60;

    /** How many listeners have stopped, and what the others have at most been silent for. */
    private static final double STOPPED = 0.1;

    private static final int SILENCE = 20 * DAY;

    /** The hour that is dear to a listener: between one in the afternoon and eleven at night, give or take some. */
    private static final int FIRST_HOUR = 13;

    private static final int HOURS = 10;
    private static final double SPREAD = 2.5;

    private Calendar() {}

    /** Minutes at which listening starts, ascending, within the two years. */
    static int[] starts(int count, Dice dice) {
        double joined = 0.7 * MINUTES * dice.unit() * dice.unit();
        double last = dice.chance(STOPPED)
                ? joined + (MINUTES - joined) * (0.3 + 0.5 * dice.unit())
                : MINUTES - SILENCE * dice.unit() * dice.unit();
        double hour = FIRST_HOUR + HOURS * dice.unit();
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            int day = (int) ((joined + (last - joined) * dice.unit()) / DAY);
            double minute = (hour + SPREAD * dice.gaussian()) * 60;
            starts[i] = (int) Math.max(0, Math.min(MINUTES - 1, day * (double) DAY + minute));
        }
        Arrays.sort(starts);
        return starts;
    }
}
