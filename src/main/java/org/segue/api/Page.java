package org.segue.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.jobs.Job;

/**
 * Part of a list.
 *
 * @param items this part
 * @param total how many the whole list has
 * @param next the cursor of the next part, null if this is the last
 * @param <T> what it is a list of
 */
public record Page<T>(List<T> items, int total, @Nullable String next) {

    /** The part of a list that starts at an offset and takes the offset as its cursor. */
    static <T> Page<T> at(int offset, List<T> items, int total) {
        int end = offset + items.size();
        return new Page<>(items, total, end < total && !items.isEmpty() ? String.valueOf(end) : null);
    }

    /** The part of a list of jobs, newest first, that takes the number of its last job as its cursor. */
    static <T extends Job<T>> Page<T> newest(List<T> items, int total, int limit) {
        int last = items.isEmpty() ? 1 : items.get(items.size() - 1).id();
        return new Page<>(items, total, items.size() == limit && last > 1 ? String.valueOf(last) : null);
    }
}
