package org.segue.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;

/** The caller of the current request, and checks of permissions that depend on more than its path. */
@Singleton
public class Access {

    /** Where an identity holds its {@link Caller}. */
    static final String CALLER = "segue.caller";

    private static final String YOURS_ALONE = "Your token opens what is yours alone.";

    private final AccessConfig config;
    private final Catalog catalog;
    private final SecurityIdentity identity;

    /** @param identity stands for that of the request at hand */
    Access(AccessConfig config, Catalog catalog, SecurityIdentity identity) {
        this.config = config;
        this.catalog = catalog;
        this.identity = identity;
    }

    static Caller caller(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(CALLER);
        return caller == null ? Caller.NOBODY : caller;
    }

    /** Who sent the request at hand. */
    public Caller caller() {
        return caller(identity);
    }

    /** What the request at hand may be told of. To be asked for where the request is taken up. */
    public ReadPermission reading() {
        Caller caller = caller();
        return users -> requireReading(caller, users);
    }

    /** Whether the request at hand may be told of everybody. */
    public boolean mayReadAll() {
        return !config.required() || caller().administrator();
    }

    /**
     * Fails unless the request at hand may change what is a user's: it must be that user's, or the administrator's.
     *
     * @param userId database key
     * @throws ForbiddenException if it is somebody else's
     */
    public void requireChanging(int userId) {
        if (!mayChange(userId)) {
            throw new ForbiddenException(YOURS_ALONE);
        }
    }

    /**
     * Whether the request at hand may change what is a user's.
     *
     * @param userId database key
     */
    public boolean mayChange(int userId) {
        Caller caller = caller();
        return caller.administrator() || caller.is(userId);
    }

    /** What one request may be told of. */
    @FunctionalInterface
    public interface ReadPermission {

        /**
         * Fails unless it may be told of all these users. Does not block.
         *
         * @param users public ids, may be unknown
         * @return nothing, or a failure with a {@link ForbiddenException}
         */
        Uni<Void> require(Collection<String> users);
    }

    private Uni<Void> requireReading(Caller caller, Collection<String> users) {
        if (!config.required() || caller.administrator() || users.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (!caller.isSomebody()) {
            return Uni.createFrom().failure(new UnauthorizedException("This needs a token."));
        }
        List<CompletableFuture<Optional<User>>> lookups =
                users.stream().map(catalog::user).toList();
        return Uni.createFrom()
                .completionStage(CompletableFuture.allOf(lookups.toArray(CompletableFuture[]::new)))
                .invoke(() -> {
                    for (CompletableFuture<Optional<User>> lookup : lookups) {
                        if (lookup.join().filter(user -> caller.is(user.id())).isEmpty()) {
                            throw new ForbiddenException(YOURS_ALONE);
                        }
                    }
                });
    }
}
