package org.segue.ranking;

import java.util.List;
import org.segue.catalog.Named;
import org.segue.catalog.User;

/**
 * What is made of songs that some users own.
 *
 * @param owned the choice
 * @param users whose songs; if nobody is named, anybody's; may be unknown
 */
public record OwnedBy(Owned owned, List<Named<User>> users) {

    /** It is nothing who owns a song; marked is what anybody owns. */
    public static final OwnedBy NO_MATTER = new OwnedBy(Owned.ANY, List.of());

    /** Copies the users. */
    public OwnedBy {
        users = List.copyOf(users);
    }
}
