package org.segue.api;

import java.util.Optional;
import org.segue.access.PathFamily;

/** Tells players whose base address was typed wrongly what to type instead. */
final class BaseAddresses {

    private static final String NOTHING = "There is nothing at this address.";
    private static final String VERSION = "/1";

    private final MethodsByPath methods;

    BaseAddresses(MethodsByPath methods) {
        this.methods = methods;
    }

    /**
     * What is wrong with an address at which there is nothing.
     *
     * @param path normalized
     * @return a sentence for whoever set the player up; empty if the address has nothing to do with players
     */
    Optional<String> hint(String path) {
        if (PathFamily.isProtocol(path)) {
            return Optional.of(
                    isPlayers(path.substring(VERSION.length()))
                            ? NOTHING + " It has /1 twice: take one of them out of the base address."
                            : NOTHING);
        }
        String rest = path;
        while (rest.length() > 1) {
            if (isPlayers(VERSION + rest)) {
                return Optional.of(NOTHING + " Players' addresses begin with /1: add /1 to the base address.");
            }
            if (isPlayers(rest)) {
                return Optional.of(NOTHING
                        + " Players' addresses begin with /1: leave out what comes before it in the base address.");
            }
            int next = rest.indexOf('/', 1);
            rest = next < 0 ? "" : rest.substring(next);
        }
        return Optional.empty();
    }

    private boolean isPlayers(String path) {
        return PathFamily.isProtocol(path) && !methods.of(path).isEmpty();
    }
}
