package org.segue.protocols.listenbrainz;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;

/** Users as the protocol names them: people of the house by their names, all users by their public ids. Its methods block. */
@Singleton
class KnownUsers {

    private final HouseRepository house;
    private final UserRepository users;

    KnownUsers(HouseRepository house, UserRepository users) {
        this.house = house;
        this.users = users;
    }

    /** The user of a name; else the request fails with 404, or with 409 if several people are called so. */
    User named(String name) {
        return find(name).orElseThrow(() -> Refused.notFound("Cannot find user: %s".formatted(name)));
    }

    /** The same without a failure if there is nobody. */
    Optional<User> find(String name) {
        try {
            return house.find(name).or(() -> users.byPublicId(name));
        } catch (AmbiguousNameException e) {
            throw Refused.conflict(String.valueOf(e.getMessage()));
        }
    }

    /** What players call a user: the name, if it leads back to this one and can stand in an address; else the public id. */
    String nameOf(User user) {
        return standsInAddress(user.name()) && means(user) ? user.name() : user.publicId();
    }

    // Even encoded, proxies take a slash for the end of a part, and dots for the way to another one.
    private static boolean standsInAddress(String name) {
        return !name.contains("/") && !name.equals(".") && !name.equals("..");
    }

    /** The same for a public id. */
    String nameOf(String publicId) {
        return users.byPublicId(publicId).map(this::nameOf).orElse(publicId);
    }

    private boolean means(User user) {
        try {
            return house.find(user.name())
                    .filter(found -> found.id() == user.id())
                    .isPresent();
        } catch (AmbiguousNameException e) {
            return false;
        }
    }
}
