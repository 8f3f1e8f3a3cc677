package org.segue.imports;

import org.jspecify.annotations.Nullable;

/**
 * The one listener whose rows all are, because the request says so: whatever a file calls that one, as long as it names nobody
 * else. For one thread.
 */
public final class RequestedListener {

    private final String name;
    private @Nullable String ofFiles;

    /** @param name as the request has it */
    public RequestedListener(String name) {
        this.name = name;
    }

    /** As the request has it. */
    public String name() {
        return name;
    }

    /** Whom the files name instead, null if nobody. */
    @Nullable
    String ofFiles() {
        return ofFiles;
    }

    /**
     * Takes a user whom a file names.
     *
     * @return whether this is the first row of somebody whom the request does not name
     * @throws ListenerException if the files name several
     */
    public boolean meets(String user) {
        if (user.equals(name) || user.equals(ofFiles)) {
            return false;
        }
        if (ofFiles != null) {
            throw new ListenerException(ImportPhrase.SEVERAL_LISTENERS.with(ofFiles, user));
        }
        ofFiles = user;
        return true;
    }
}
