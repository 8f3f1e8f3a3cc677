package org.segue.library;

import java.util.List;

/** Is asked before logins are taken back, while they can still sign in. */
public interface LoginEnd {

    /**
     * Takes from their server what was made there for them. Blocks while the server is asked.
     *
     * @param ending logins of one library
     * @return names of the lists that stay there because the server does not answer or refuses
     */
    List<String> end(List<LibraryLogin> ending);
}
