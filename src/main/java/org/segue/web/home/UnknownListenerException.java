package org.segue.web.home;

import java.util.List;

/** A name that was typed is that of no listener. */
final class UnknownListenerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String typed;
    private final transient List<String> likely;

    /** @param likely names like it */
    UnknownListenerException(String typed, List<String> likely) {
        super("no listener is called so");
        this.typed = typed;
        this.likely = List.copyOf(likely);
    }

    /** What the page says of it. */
    Clash clash(HomeForm form) {
        return new Clash(
                typed,
                List.of(),
                likely.stream().map(name -> form.at().instead(typed, name)).toList());
    }
}
