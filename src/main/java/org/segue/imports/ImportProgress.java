package org.segue.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.segue.imports.BadRows.BadRow;
import org.segue.listens.Added;
import org.segue.text.Sentence;

/** Counts up while an import runs. Written by the import's thread, read by any. */
public final class ImportProgress {

    /** Reading takes about as long as merging what was read. */
    private static final double READING = 0.5;

    private final long bytes;
    private final List<BadRow> firstBadRows = new ArrayList<>();
    private long bytesRead;
    private long rowsRead;
    private long badRows;
    private long rowsToMerge = 1;
    private long rowsMerged;
    private Added listens = new Added();
    private Added cells = new Added();
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Set<Sentence> notes = new LinkedHashSet<>();
    private long repeatedInFile;
    private final Runnable endIfCancelled;

    /**
     * Nothing done yet.
     *
     * @param bytes of the files together
     * @param endIfCancelled ends the work with an exception if somebody has cancelled it
     */
    ImportProgress(long bytes, Runnable endIfCancelled) {
        this.bytes = Math.max(1, bytes);
        this.endIfCancelled = endIfCancelled;
    }

    /** Ends the work with an exception if somebody has cancelled it. */
    public void endIfCancelled() {
        endIfCancelled.run();
    }

    synchronized void bytes(long count) {
        bytesRead += count;
    }

    public synchronized void row() {
        rowsRead++;
    }

    public synchronized void badRow(BadRow row) {
        rowsRead++;
        if (badRows++ < BadRows.LISTED) {
            firstBadRows.add(row);
        }
    }

    /** Notes a row, counted by {@link #row} or not, that is good but not wanted. */
    public synchronized void skipped(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    /** Notes a sentence that the import says of itself; the same one is said once. */
    public synchronized void note(Sentence sentence) {
        notes.add(sentence);
    }

    synchronized void toMerge(long rows) {
        rowsToMerge = Math.max(1, rows);
    }

    synchronized void repeated(long rows) {
        repeatedInFile += rows;
    }

    /** Notes what merging has come to; the counters are the ones that go on counting. */
    synchronized void merged(Added listensSoFar, Added cellsSoFar) {
        listens = listensSoFar;
        cells = cellsSoFar;
        rowsMerged = listens.fresh() + listens.known() + cells.fresh() + cells.known();
    }

    /** A job as far as it has come. */
    synchronized ImportJob of(ImportJob job) {
        return job.after(fraction(), counts());
    }

    private double fraction() {
        return READING * Math.min(1, (double) bytesRead / bytes)
                + (1 - READING) * Math.min(1, (double) rowsMerged / rowsToMerge);
    }

    synchronized ImportCounts counts() {
        return new ImportCounts(
                rowsRead,
                listens.fresh(),
                cells.fresh(),
                listens.known() + cells.known() + repeatedInFile,
                Map.copyOf(skipped),
                new BadRows(badRows, List.copyOf(firstBadRows)),
                List.copyOf(notes));
    }
}
