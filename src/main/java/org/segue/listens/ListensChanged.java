package org.segue.listens;

/**
 * Listens or play counts have come or gone, and the change is on disk.
 *
 * @param source name of the source whose import was completed or undone
 */
public record ListensChanged(String source) {

    /** The source of the demo data that comes with the program. */
    public static final String DEMO = "demo";
}
