package org.segue.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.segue.library.LibraryException;

/** What a library's server does not do as it should is told to who asked. It is no error of Segue's, so the log has none. */
@Provider
public class LibraryFailures implements ExceptionMapper<LibraryException> {

    @Override
    public Response toResponse(LibraryException exception) {
        return Problems.of(exception).toResponse();
    }
}
