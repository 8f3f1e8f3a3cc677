package org.segue.access;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.access.clients.Clients;
import org.segue.storage.Database;

/**
 * Lets somebody claim a fresh service, once and without the administrator's token: on the same machine by a click, from elsewhere by
 * the code that stands in the log. Only the start that has made the database in an empty folder can be claimed.
 */
@Singleton
public class Claims {

    private static final Logger LOG = Logger.getLogger(Claims.class);
    private static final int CODES = 1_000_000;
    private static final int TRIES = 5;
    private static final int MAX_PROGRAM_LENGTH = 200;

    private final AccessConfig config;
    private final Database database;
    private final ClaimRepository repository;
    private final Tokens tokens;
    private final Clients clients;
    private final ForeignPages foreignPages;

    /** What the log shows; null while nothing can be claimed. */
    private volatile @Nullable TokenHash code;

    private int wrongCodes;

    Claims(AccessConfig config, Database database, ClaimRepository repository, Tokens tokens, Clients clients) {
        this.config = config;
        this.database = database;
        this.repository = repository;
        this.tokens = tokens;
        this.clients = clients;
        this.foreignPages = new ForeignPages(new HostNames(config.hosts().orElse(List.of())), clients);
    }

    /** How a request can claim the service. */
    public enum Offer {
        /** By a click. */
        CLICK,
        /** By the code of the log. */
        CODE,
        /** Not any more: too many wrong codes came. */
        SPENT,
        /** Not at all: it is claimed, not fresh, or nobody may. */
        NONE
    }

    /** Why a claim is refused. */
    public enum Problem {
        /** The service cannot be claimed, or not any more. */
        CLOSED,
        /** No page of Segue's own has sent it. */
        FOREIGN,
        /** The code is not that of the log. */
        WRONG_CODE,
        /** Too many wrong codes came. */
        SPENT
    }

    /**
     * What came of a claim.
     *
     * @param session of the new administrator, null if it is refused
     * @param problem why, null if it is not
     */
    public record Outcome(
            @Nullable Session session, @Nullable Problem problem) {}

    // After the token was made.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) StartupEvent event) {
        if (!database.isNew() || config.adminToken().isPresent() || config.claim() == AccessConfig.Claim.OFF) {
            return;
        }
        String secret = "%06d".formatted(new SecureRandom().nextInt(CODES));
        code = TokenHash.of(secret);
        if (config.claim() == AccessConfig.Claim.LOOPBACK) {
            LOG.warnf(
                    "This Segue is new: open it in a browser on this machine to set it up. From another machine it asks for the code %s",
                    secret);
        } else {
            LOG.warnf("This Segue is new: open it in a browser to set it up. It asks for the code %s", secret);
        }
    }

    /** How a request could claim the service. Does not block. */
    public synchronized Offer offer(HttpServerRequest request) {
        if (code == null) {
            return Offer.NONE;
        }
        if (isByClick(request)) {
            return Offer.CLICK;
        }
        return wrongCodes < TRIES ? Offer.CODE : Offer.SPENT;
    }

    private boolean isByClick(HttpServerRequest request) {
        return config.claim() == AccessConfig.Claim.LOOPBACK
                && LocalRequest.isLocal(clients.connection(request), request.authority(), request.headers());
    }

    /**
     * Claims the service, and signs the browser in as the administrator. Blocks.
     *
     * @param typed the code, empty if none is asked for
     */
    public synchronized Outcome claim(HttpServerRequest request, String typed) {
        Problem refusal = refusal(request, typed);
        if (refusal != null) {
            return new Outcome(null, refusal);
        }
        Claim claim = new Claim(
                Instant.now(), clients.of(request).text(), isByClick(request) ? "loopback" : "code", program(request));
        repository.add(claim);
        code = null;
        LOG.infof("Claimed from %s by %s", claim.address(), claim.way());
        return new Outcome(tokens.signInAdministrator(), null);
    }

    private @Nullable Problem refusal(HttpServerRequest request, String typed) {
        if (!foreignPages.isOwn(request)) {
            return Problem.FOREIGN;
        }
        return switch (offer(request)) {
            case CLICK -> null;
            case CODE -> refusal(typed);
            case SPENT -> Problem.SPENT;
            case NONE -> Problem.CLOSED;
        };
    }

    private @Nullable Problem refusal(String typed) {
        if (Objects.requireNonNull(code).matches(TokenHash.of(typed))) {
            return null;
        }
        wrongCodes++;
        LOG.warnf("A wrong code has come, %d of %d", wrongCodes, TRIES);
        return wrongCodes < TRIES ? Problem.WRONG_CODE : Problem.SPENT;
    }

    private static String program(HttpServerRequest request) {
        String program = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return program.substring(0, Math.min(program.length(), MAX_PROGRAM_LENGTH));
    }

    /** How the service was claimed, if it was. Blocks. */
    public Optional<Claim> find() {
        return repository.find();
    }
}
