package org.segue.library.http;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.NotSslRecordException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;

/** Says in a sentence why a request failed. */
final class Failures {

    private record Reason(Predicate<Throwable> isIt, Fault fault, String sentence) {}

    // The first that fits any of the causes.
    private static final List<Reason> REASONS = List.of(
            new Reason(
                    CertificateExpiredException.class::isInstance,
                    Fault.CERTIFICATE,
                    "The certificate of %s has expired."),
            new Reason(Failures::isOfAnotherName, Fault.CERTIFICATE, "The certificate of %s is for another host name."),
            new Reason(
                    CertificateException.class::isInstance,
                    Fault.CERTIFICATE,
                    "The certificate of %s isn't trusted: Segue doesn't know who signed it. Use a certificate of a known authority,"
                            + " add yours to Java's trust store, or use http inside your network."),
            new Reason(
                    NotSslRecordException.class::isInstance,
                    Fault.ANSWER,
                    "%s doesn't speak https at this port. Check the address."),
            new Reason(SSLException.class::isInstance, Fault.CERTIFICATE, "No secure connection to %s was possible."),
            new Reason(
                    ConnectTimeoutException.class::isInstance,
                    Fault.UNREACHABLE,
                    "%s can't be reached: no connection was possible in time."),
            new Reason(
                    NoRouteToHostException.class::isInstance,
                    Fault.UNREACHABLE,
                    "%s can't be reached: the network knows no way there."),
            new Reason(
                    ConnectException.class::isInstance,
                    Fault.UNREACHABLE,
                    "%s can't be reached: nothing answers there. Check that the server runs, and the port."));

    private Failures() {}

    /** @param place host and port */
    static LibraryException of(String place, @Nullable Throwable failure) {
        if (failure instanceof LibraryException known) {
            return known;
        }
        for (Reason reason : REASONS) {
            if (causes(failure).anyMatch(reason.isIt)) {
                return new LibraryException(reason.fault, reason.sentence.formatted(place));
            }
        }
        return isOfHttp(failure)
                ? new LibraryException(Fault.ANSWER, "%s doesn't speak HTTP. Check the address.".formatted(place))
                : new LibraryException(Fault.FAILED, "%s broke off in the middle of its answer.".formatted(place));
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static boolean isOfAnotherName(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof CertificateException
                && (message.contains("subject alternative") || message.contains("No name matching"));
    }

    private static boolean isOfHttp(@Nullable Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof IllegalArgumentException || cause instanceof TooLongFrameException);
    }
}
