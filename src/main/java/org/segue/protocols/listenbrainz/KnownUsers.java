package org.segue.protocols.listenbrainz;

import jakarta.inject.Singleton;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;

/** Users as the protocol names them: by their public ids. */
@Singleton
class KnownUsers {

    private final Catalog catalog;

    KnownUsers(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The user of a name; else the request fails with 404. Blocks. */
    User named(String name) {
        return catalog.user(name).join().orElseThrow(() -> Refused.notFound("Cannot find user: %s".formatted(name)));
    }
}
