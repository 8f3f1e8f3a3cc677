package org.segue.listens;

import java.util.ArrayList;
import java.util.List;

/** What a write of listens has come to beside them, told to others once it is on disk. Safe for any thread. */
final class HeardNews {

    private final List<String> made = new ArrayList<>();
    private boolean isAnyJoined;
    private int listener;

    /** A song was made. */
    synchronized void made(String publicId) {
        made.add(publicId);
    }

    /** Two songs were found to be one. */
    synchronized void joined() {
        isAnyJoined = true;
    }

    /** Whose listens they are: another user's than was asked for, if the two were merged meanwhile. */
    synchronized void heardBy(int userId) {
        listener = userId;
    }

    /** Public ids of songs that were made. */
    synchronized List<String> made() {
        return List.copyOf(made);
    }

    /** Key of the user whose listens they are. */
    synchronized int listener() {
        return listener;
    }

    /** Whether two songs were found to be one. */
    synchronized boolean isAnyJoined() {
        return isAnyJoined;
    }
}
