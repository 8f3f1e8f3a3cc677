package org.segue.web.home;

import java.util.List;
import org.segue.catalog.User;
import org.segue.web.NamedListener;

/** A name that was typed is that of several listeners. */
final class SeveralListenersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Clash clash;

    SeveralListenersException(String typed, List<User> called) {
        super("several listeners are called so");
        this.clash = new Clash(typed, NamedListener.words(called), List.of());
    }

    /** Who they are. */
    Clash clash() {
        return clash;
    }
}
