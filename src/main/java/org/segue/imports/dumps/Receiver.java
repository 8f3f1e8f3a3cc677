package org.segue.imports.dumps;

import java.io.IOException;
import java.net.http.HttpHeaders;

/** Takes the body of an answer, bit by bit. What it throws ends the request. */
interface Receiver {

    /** Whether an answer of a status is the one whose body is wanted; told before the body comes. */
    boolean begin(int status, HttpHeaders headers) throws IOException;

    /** Takes the next bytes. */
    void take(byte[] bytes) throws IOException;
}
