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
import org.segue.library.LibraryPhrase;

/** Says in a sentence why a request failed. */
final class Failures {

    private record Reason(Predicate<Throwable> isIt, Fault fault, LibraryPhrase phrase) {}

    // The first that fits any of the causes.
    private static final List<Reason> REASONS = List.of(
            new Reason(
                    CertificateExpiredException.class::isInstance,
                    Fault.CERTIFICATE,
                    LibraryPhrase.CERTIFICATE_EXPIRED),
            new Reason(Failures::isOfAnotherName, Fault.CERTIFICATE, LibraryPhrase.CERTIFICATE_OTHER_HOST),
            new Reason(CertificateException.class::isInstance, Fault.CERTIFICATE, LibraryPhrase.CERTIFICATE_UNTRUSTED),
            new Reason(NotSslRecordException.class::isInstance, Fault.ANSWER, LibraryPhrase.NO_HTTPS),
            new Reason(SSLException.class::isInstance, Fault.CERTIFICATE, LibraryPhrase.NOT_SECURE),
            new Reason(ConnectTimeoutException.class::isInstance, Fault.UNREACHABLE, LibraryPhrase.TIMEOUT),
            new Reason(NoRouteToHostException.class::isInstance, Fault.UNREACHABLE, LibraryPhrase.NO_ROUTE),
            new Reason(ConnectException.class::isInstance, Fault.UNREACHABLE, LibraryPhrase.NOTHING_ANSWERS));

    private Failures() {}

    /** @param place host and port */
    static LibraryException of(String place, @Nullable Throwable failure) {
        if (failure instanceof LibraryException known) {
            return known;
        }
        for (Reason reason : REASONS) {
            if (causes(failure).anyMatch(reason.isIt)) {
                return new LibraryException(reason.fault, reason.phrase.with(place));
            }
        }
        return isOfHttp(failure)
                ? new LibraryException(Fault.ANSWER, LibraryPhrase.NO_HTTP.with(place))
                : new LibraryException(Fault.FAILED, LibraryPhrase.BROKE_OFF.with(place));
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
