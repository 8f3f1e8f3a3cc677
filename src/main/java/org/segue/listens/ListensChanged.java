package org.segue.listens;

/**
 * Listens or play counts have come or gone, and the change is on disk.
 *
 * @param source name of the source whose import was completed or undone
 * @param isRecount whether no listen has come or gone that was not told of before: only what is counted of all of them is to be counted anew
 */
public record ListensChanged(String source, boolean isRecount) {

    /** Some have come or gone. */
    public ListensChanged(String source) {
        this(source, false);
    }

    /** The source of the demo data that comes with the program. */
    public static final String DEMO = "demo";
}
