package org.segue.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Several people of the house are called so: somebody has to say which one is meant. The message names them. */
public class AmbiguousNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NAMED = 5;

    /** @param users who are called so, at least two */
    AmbiguousNameException(String name, List<User> users) {
        super("“%s” may be %s. Name one of them by id."
                .formatted(
                        name,
                        users.stream()
                                .limit(NAMED)
                                .map(user -> "%s (%s)".formatted(user.name(), user.publicId()))
                                .collect(Collectors.joining(" or "))));
    }
}
