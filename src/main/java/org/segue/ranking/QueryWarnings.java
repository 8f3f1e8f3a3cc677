package org.segue.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.segue.catalog.Named;
import org.segue.catalog.Song;
import org.segue.ranking.RecommendationQuery.Seed;

/** What a reader of an answer would not expect, because of the question. */
final class QueryWarnings {

    /** So many names of songs or users that were not found are told. */
    private static final int MAX_NAMES = 5;

    private QueryWarnings() {}

    /** Sentences about what a question names and cannot be found, and about what does not go with the model. */
    static List<String> of(RecommendationQuery query, RankingSnapshot snapshot) {
        List<String> warnings = new ArrayList<>();
        List<String> unknown = query.users().size() > 1 ? unknown(query.users()) : List.of();
        if (!unknown.isEmpty()) {
            warnings.add("There are no such users, named in users: %s.".formatted(list(unknown)));
        }
        if (snapshot.isExplicit() && query.when().kind() != When.Kind.BY_MODEL) {
            warnings.add("The model predicts values, to which time is nothing: all listens count alike.");
        }
        Owned owned = query.filter().further().owned();
        if (!snapshot.owned().isKnown() && (owned == Owned.ONLY || owned == Owned.MISSING)) {
            warnings.add("No library is known to say what is owned: owned songs and others count alike.");
        }
        warnOfHistory(query, snapshot, warnings);
        warn("seeds", query.seeds().stream().map(Seed::song).distinct().toList(), snapshot, warnings);
        List<Named<Song>> included = query.filter().includedSongs();
        warn("include.songs", included == null ? List.of() : included, snapshot, warnings);
        return warnings;
    }

    private static void warnOfHistory(RecommendationQuery query, RankingSnapshot snapshot, List<String> warnings) {
        GivenHistory given = query.whom().history();
        if (given != null) {
            warn("history", given.unknown(), given.untrained(snapshot), warnings);
        }
    }

    private static void warn(String field, List<Named<Song>> songs, RankingSnapshot snapshot, List<String> warnings) {
        List<String> untrained = songs.stream()
                .filter(song -> song.found() != null
                        && !snapshot.hasEmbedding(song.found().id())
                        && !snapshot.untried().contains(song.found().id()))
                .map(Named::name)
                .toList();
        warn(field, unknown(songs), untrained, warnings);
    }

    private static void warn(String field, List<String> unknown, List<String> untrained, List<String> warnings) {
        if (!unknown.isEmpty()) {
            warnings.add("There are no such songs, named in %s: %s.".formatted(field, list(unknown)));
        }
        if (!untrained.isEmpty()) {
            warnings.add("The model does not know these songs yet, named in %s: %s.".formatted(field, list(untrained)));
        }
    }

    private static <T> List<String> unknown(Collection<Named<T>> named) {
        return named.stream()
                .filter(one -> one.found() == null)
                .map(Named::name)
                .toList();
    }

    private static String list(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MAX_NAMES, names.size())));
        return names.size() <= MAX_NAMES ? first : "%s and %d more".formatted(first, names.size() - MAX_NAMES);
    }
}
