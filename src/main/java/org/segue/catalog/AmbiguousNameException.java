package org.segue.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Several people of the house are called so: somebody has to say which one is meant. The message names them. */
public class AmbiguousNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NAMED = 5;

    private final transient List<User> users;

    /** @param users who are called so, at least two */
    AmbiguousNameException(String name, List<User> users) {
        super("“%s” may be %s. Use an id to say who you mean."
                .formatted(
                        name,
                        users.stream()
                                .limit(NAMED)
                                .map(user -> "%s (%s)".formatted(user.name(), user.publicId()))
                                .collect(Collectors.joining(" or "))));
        this.users = List.copyOf(users);
    }

    /** Who are called so. */
    List<User> users() {
        return users;
    }
}
