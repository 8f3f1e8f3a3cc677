package org.segue.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.segue.catalog.Named;
import org.segue.catalog.Song;
import org.segue.ranking.RecommendationQuery.Seed;
import org.segue.text.Sentence;

/** What a reader of an answer would not expect, because of the question. */
final class QueryWarnings {

    /** So many names of songs or users that were not found are told. */
    private static final int MAX_NAMES = 5;

    private QueryWarnings() {}

    /** Sentences about what a question names and cannot be found, and about what does not go with the model. */
    static List<Sentence> of(RecommendationQuery query, RankingSnapshot snapshot) {
        List<Sentence> warnings = new ArrayList<>();
        List<String> unknown = query.users().size() > 1 ? unknown(query.users()) : List.of();
        if (!unknown.isEmpty()) {
            warnings.add(RankingPhrase.UNKNOWN_USERS.with(list(unknown)));
        }
        if (snapshot.isExplicit() && query.when().kind() != When.Kind.BY_MODEL) {
            warnings.add(RankingPhrase.NO_TIME.with());
        }
        Owned owned = query.filter().further().owned();
        if (!snapshot.owned().isKnown() && (owned == Owned.ONLY || owned == Owned.MISSING)) {
            warnings.add(RankingPhrase.NO_LIBRARY.with());
        }
        warnOfHistory(query, snapshot, warnings);
        warn("seeds", query.seeds().stream().map(Seed::song).distinct().toList(), snapshot, warnings);
        List<Named<Song>> included = query.filter().includedSongs();
        warn("include.songs", included == null ? List.of() : included, snapshot, warnings);
        return warnings;
    }

    private static void warnOfHistory(RecommendationQuery query, RankingSnapshot snapshot, List<Sentence> warnings) {
        GivenHistory given = query.whom().history();
        if (given != null) {
            warn("history", given.unknown(), given.untrained(snapshot), warnings);
        }
    }

    private static void warn(String field, List<Named<Song>> songs, RankingSnapshot snapshot, List<Sentence> warnings) {
        List<String> untrained = songs.stream()
                .filter(song -> song.found() != null
                        && !snapshot.hasEmbedding(song.found().id())
                        && !snapshot.untried().contains(song.found().id()))
                .map(Named::name)
                .toList();
        warn(field, unknown(songs), untrained, warnings);
    }

    private static void warn(String field, List<String> unknown, List<String> untrained, List<Sentence> warnings) {
        if (!unknown.isEmpty()) {
            warnings.add(RankingPhrase.UNKNOWN_SONGS.with(field, list(unknown)));
        }
        if (!untrained.isEmpty()) {
            warnings.add(RankingPhrase.UNTRAINED_SONGS.with(field, list(untrained)));
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
