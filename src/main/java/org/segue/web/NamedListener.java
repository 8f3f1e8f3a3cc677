package org.segue.web;

import java.util.List;
import org.segue.catalog.User;

/** Tells people that a name which they typed means nobody, or several listeners. */
public final class NamedListener {

    private static final int NAMED = 5;

    private NamedListener() {}

    /**
     * What is wrong with a name.
     *
     * @param typed the name
     * @param called who are called so: nobody, or several
     */
    public static String problem(CommonMessages messages, String typed, List<User> called) {
        return called.isEmpty() ? messages.nobodyCalled(typed) : messages.severalCalled(typed, words(called));
    }

    /** Listeners with their ids. */
    public static List<String> words(List<User> called) {
        return called.stream()
                .limit(NAMED)
                .map(user -> "%s (%s)".formatted(user.name(), user.publicId()))
                .toList();
    }
}
