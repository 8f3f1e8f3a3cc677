package org.segue.library.http;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryPhrase;

/** Decides where an answer may send a request on to. */
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /**
     * Where a request goes next, null if the answer is the last.
     *
     * @throws LibraryException if it would leave the host or https
     */
    static @Nullable URI next(ServerRequest request, int status, @Nullable String location) {
        if (!STATUSES.contains(status) || location == null) {
            return null;
        }
        URI next = resolved(request.uri(), location);
        String scheme = next.getScheme();
        boolean isHttp = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        if (!isHttp || !request.uri().getHost().equalsIgnoreCase(next.getHost())) {
            throw new LibraryException(Fault.ADDRESS, LibraryPhrase.OTHER_HOST.with());
        }
        if (ServerClient.isSecure(request.uri()) && !ServerClient.isSecure(next)) {
            throw new LibraryException(Fault.ADDRESS, LibraryPhrase.INSECURE.with());
        }
        return next;
    }

    private static URI resolved(URI asked, String location) {
        try {
            return asked.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new LibraryException(Fault.ANSWER, LibraryPhrase.ODD_REDIRECT.with());
        }
    }
}
