package org.segue.imports.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.imports.DateOrder;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.imports.UndecidedDatesException;
import org.segue.listens.SameListen;
import org.segue.text.Sentence;

/**
 * The dates of a table's column. Where day and month may be either, all of the column decide: they are read through at the first
 * such date. For one thread.
 */
final class DateColumn {

    /** All texts of the column, one by one. */
    @FunctionalInterface
    interface Dates {
        /** Hands on each of them. */
        void forEach(Consumer<String> date) throws IOException;
    }

    /**
     * When a play began.
     *
     * @param seconds since 1970
     * @param spread at that time or at most so many seconds later
     */
    record Start(long seconds, int spread) {}

    private final String file;
    private final String name;
    private final Dates all;
    private final Consumer<Sentence> notes;
    private final @Nullable ZoneId zone;
    private @Nullable DateOrder order;
    private boolean hasNotedZone;

    /**
     * A column.
     *
     * @param file what its sender called it
     * @param name what the table calls the column
     * @param all its dates
     * @param options say in which order and zone they are
     * @param notes takes what was decided
     */
    DateColumn(String file, String name, Dates all, ImportOptions options, Consumer<Sentence> notes) {
        this.file = file;
        this.name = name;
        this.all = all;
        this.notes = notes;
        // A column may say itself that it is UTC.
        this.zone = Column.plain(name).contains("utc") ? ZoneOffset.UTC : options.zone();
        this.order = options.dateOrder();
    }

    /** Reads one of its dates. */
    Start read(String field) throws BadRowException {
        Moment moment = DateText.read(field, order);
        if (moment == null && order == null && DateText.isOpen(field)) {
            order = decide(field);
            moment = DateText.read(field, order);
        }
        if (moment == null) {
            throw new BadRowException(expected(field));
        }
        if (moment.isLocal()) {
            noteZone(field);
        }
        long seconds = moment.epochSeconds(zone == null ? ZoneOffset.UTC : zone);
        return new Start(Fields.possible(name, field, seconds), moment.isToTheMinute() ? SameListen.WIDEST_SPREAD : 0);
    }

    private Sentence expected(String field) {
        return order != null && DateText.orderOf(field) != null
                ? RowPhrase.DATE_IN_ORDER.with(
                        name, Fields.shown(field), order.phrase().with())
                : RowPhrase.DATE.with(name, Fields.shown(field));
    }

    private void noteZone(String field) {
        if (zone == null && !hasNotedZone) {
            hasNotedZone = true;
            notes.accept(ImportPhrase.NO_ZONE.with(file, name, Fields.shown(field)));
        }
    }

    private DateOrder decide(String example) {
        Evidence evidence = new Evidence();
        try {
            all.forEach(evidence::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (evidence.dayFirst != null && evidence.monthFirst != null) {
            throw new UndecidedDatesException(ImportPhrase.BOTH_ORDERS.with(
                    file,
                    name,
                    Fields.shown(evidence.dayFirst),
                    Fields.shown(evidence.monthFirst),
                    Fields.shown(example)));
        }
        DateOrder found = evidence.order();
        if (found == null) {
            throw new UndecidedDatesException(ImportPhrase.NO_ORDER.with(file, name, Fields.shown(example)));
        }
        notes.accept(ImportPhrase.DATES_READ.with(
                file, name, found.phrase().with(), Fields.shown(evidence.example(example))));
        return found;
    }

    /** What the dates of the column say of their order. */
    private static final class Evidence {
        private @Nullable String dayFirst;
        private @Nullable String monthFirst;
        private boolean hasOthersThanDots;

        void take(String date) {
            DateOrder said = DateText.orderOf(date);
            if (said == DateOrder.DMY && dayFirst == null) {
                dayFirst = date;
            } else if (said == DateOrder.MDY && monthFirst == null) {
                monthFirst = date;
            }
            hasOthersThanDots |= said == null && !DateText.hasDots(date) && DateText.isOpen(date);
        }

        @Nullable
        DateOrder order() {
            if (dayFirst == null && monthFirst == null) {
                return hasOthersThanDots ? null : DateOrder.DMY;
            }
            return dayFirst == null ? DateOrder.MDY : DateOrder.DMY;
        }

        String example(String otherwise) {
            String one = dayFirst == null ? monthFirst : dayFirst;
            return one == null ? otherwise : one;
        }
    }
}
