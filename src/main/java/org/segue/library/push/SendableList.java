package org.segue.library.push;

import java.util.List;

/**
 * A list as a server gets it.
 *
 * @param key word of a generated list's kind, or id of a kept list
 * @param name what it is called there, the same every week
 * @param about what it is, in a sentence; empty of a kept list
 * @param songIds keys in order
 */
record SendableList(String key, String name, String about, List<Integer> songIds) {

    /** Is in the comment of every list that Segue has made, and in no other. */
    static final String MARKER = "Made by Segue";

    private static final String RULES =
            MARKER + ": it is replaced by the next one, and changes here are overwritten. Delete it and it stays away.";

    /** What is said of it on the server. */
    String comment() {
        return about.isEmpty() ? RULES : about + ' ' + RULES;
    }
}
