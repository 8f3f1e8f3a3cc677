package org.segue.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.Named;
import org.segue.catalog.User;
import org.segue.ranking.Owned;
import org.segue.ranking.OwnedBy;
import org.segue.ranking.Snapshots;

/** What a page makes of songs that its reader owns: a listener's own libraries count, for everybody else any of the household. Blocks. */
@Singleton
public class VisitorLibrary {

    private final Access access;
    private final Catalog catalog;
    private final Snapshots snapshots;

    VisitorLibrary(Access access, Catalog catalog, Snapshots snapshots) {
        this.access = access;
        this.catalog = catalog;
        this.snapshots = snapshots;
    }

    /**
     * The choice of a page that shows what there is: without a word it is nothing who owns a song.
     *
     * @param word only, prefer, any or missing
     */
    public OwnedBy shown(@Nullable String word) {
        return new OwnedBy(choice(word).orElse(Owned.ANY), listener());
    }

    /**
     * The choice of a page that makes a list to play: without a word, listeners with a library get what they own.
     *
     * @param word only, prefer, any or missing
     */
    public OwnedBy played(@Nullable String word) {
        List<Named<User>> listener = listener();
        return new OwnedBy(choice(word).orElseGet(() -> usual(listener)), listener);
    }

    private Owned usual(List<Named<User>> listener) {
        return !listener.isEmpty() && snapshots.owned(listener).join().isKnown() ? Owned.ONLY : Owned.ANY;
    }

    private List<Named<User>> listener() {
        return Optional.of(access.caller().user())
                .filter(id -> !id.isEmpty())
                .flatMap(id -> catalog.user(id).join())
                .map(user -> List.of(Named.of(user)))
                .orElse(List.of());
    }

    /**
     * A choice by its word.
     *
     * @param word only, prefer, any or missing; anything else is no choice
     */
    public static Optional<Owned> choice(@Nullable String word) {
        for (Owned owned : Owned.values()) {
            if (word(owned).equals(word)) {
                return Optional.of(owned);
            }
        }
        return Optional.empty();
    }

    /** The word of a choice, as in addresses. */
    public static String word(Owned owned) {
        return owned.name().toLowerCase(Locale.ROOT);
    }
}
