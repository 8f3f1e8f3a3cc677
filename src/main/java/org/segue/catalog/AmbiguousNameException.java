package org.segue.catalog;

import java.util.List;
import org.segue.text.Sentence;

/** Several people of the house are called so: somebody has to say which one is meant. The message names them. */
public class AmbiguousNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NAMED = 5;

    private final transient List<User> users;
    private final transient Sentence sentence;

    /** @param users who are called so, at least two */
    AmbiguousNameException(String name, List<User> users) {
        this(
                CatalogPhrase.AMBIGUOUS.with(
                        name,
                        users.stream()
                                .limit(NAMED)
                                .map(user -> CatalogPhrase.CALLED.with(user.name(), user.publicId()))
                                .reduce(CatalogPhrase.OR::with)
                                .orElseThrow()),
                users);
    }

    private AmbiguousNameException(Sentence sentence, List<User> users) {
        super(sentence.text());
        this.sentence = sentence;
        this.users = List.copyOf(users);
    }

    /** The sentence that names them. */
    public Sentence sentence() {
        return sentence;
    }

    /** Who are called so. */
    List<User> users() {
        return users;
    }
}
