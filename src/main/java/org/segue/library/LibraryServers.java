package org.segue.library;

/** Opens connections to the servers of one kind. */
public interface LibraryServers {

    /** What the servers speak. */
    LibraryKind kind();

    /**
     * Signs in, by the best way that the server offers.
     *
     * @param user account on the server, empty where an API key says who it is
     * @param password password, or API key
     * @param isApiKey whether it is a key
     * @return what to keep for {@link #open}: the least that the server lets one sign in with. To be kept encrypted only.
     */
    String signIn(Library library, String user, String password, boolean isApiKey);

    /** The server, spoken to with what {@link #signIn} gave. Calls nobody yet. */
    LibraryServer open(Library library, String secret);
}
