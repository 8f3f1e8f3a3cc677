package org.segue.web.start;

import java.util.Locale;

/** Sizes in words. */
final class Megabytes {

    private static final double MEGABYTE = 1_000_000;
    private static final double GIGABYTE = 1_000_000_000;

    private Megabytes() {}

    /** A size: {@code 0.8 GB}, {@code 12 MB}. */
    static String words(long bytes) {
        return bytes >= GIGABYTE / 10
                ? String.format(Locale.ENGLISH, "%.1f GB", bytes / GIGABYTE)
                : String.format(Locale.ENGLISH, "%.0f MB", Math.ceil(bytes / MEGABYTE));
    }
}
