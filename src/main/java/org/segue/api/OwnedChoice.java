package org.segue.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.Named;
import org.segue.ranking.Owned;
import org.segue.ranking.OwnedBy;

/** What is made of songs that somebody owns, in the words of requests. */
public enum OwnedChoice {
    /** They alone are wanted. */
    @JsonProperty("only")
    ONLY,
    /** They come before others that fit nearly as well. */
    @JsonProperty("prefer")
    PREFER,
    /** It is nothing who owns a song. */
    @JsonProperty("any")
    ANY,
    /** They are not wanted. */
    @JsonProperty("missing")
    MISSING;

    /** What a parameter of this name says. */
    static final String PARAMETER =
            "Which songs, by who owns them: `only` those in the user's libraries, `prefer` these before others that fit nearly as well,"
                    + " `any`, or `missing` from them. Without a user it is any library of the household that counts; where no library is"
                    + " known it is `any`";

    /** What a parameter says that tells whose libraries count. */
    static final String WHOSE = "Public id of the user whose libraries count for `owned`; all do without it";

    /** The choice for rankings. */
    Owned owned() {
        return Owned.valueOf(name());
    }

    /**
     * The choice of a parameter; it is nothing who owns a song if the parameter is missing.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is none of the words
     */
    static Owned of(@Nullable String word) {
        String typed = word == null || word.isEmpty() ? "any" : word;
        for (OwnedChoice choice : values()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(typed)) {
                return choice.owned();
            }
        }
        throw Problems.outOfRange("owned", "query", "owned must be only, prefer, any or missing.");
    }

    /**
     * The choice of parameters, with whose libraries count. Blocks.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if a parameter is wrong, or there is no such user
     */
    static OwnedBy by(@Nullable String word, @Nullable String user, Catalog catalog, Access access) {
        Owned owned = of(word);
        if (user == null || user.isBlank()) {
            return new OwnedBy(owned, List.of());
        }
        access.reading().require(List.of(user)).await().indefinitely();
        return new OwnedBy(
                owned, List.of(Named.of(catalog.user(user).join().orElseThrow(() -> Problems.noUser(user)))));
    }
}
