package org.segue.web.home;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendationService;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.RecommendedSong.Reason;
import org.segue.ranking.Strategy;

/** Answers from a fixed list of awkward songs; the user's name decides how. */
@Alternative
@ApplicationScoped
public class FakeRecommendations implements RecommendationService {
    static final String MODEL = "2026-11-24T10-15-00Z-3f2a";

    private record Known(
            String title, String artist, @Nullable String album) {}

    private static final List<Known> SONGS = List.of(
            new Known("Teardrop", "Massive Attack", "Mezzanine"),
            new Known("<script>alert(1)</script> & \"Friends\"", "The <b>Bold</b> Ones", "R&B > \"all\""),
            new Known("إنت عمري", "أم كلثوم", null),
            new Known("夜に駆ける", "YOASOBI", "THE BOOK"),
            new Known("Svefn-g-englar", "Sigur Rós", "Ágætis byrjun"),
            new Known("🌊🌊🌊", "", null),
            new Known(
                    "Several Species of Small Furry Animals Gathered Together in a Cave and Grooving with a Pict",
                    "Pink Floyd",
                    "Ummagumma"),
            new Known("Glósóli", "Sigur Rós", "Takk…"),
            new Known("Unfinished Sympathy", "Massive Attack", "Blue Lines"),
            new Known("Holocene", "Bon Iver", "Bon Iver, Bon Iver"));

    @Override
    public Uni<Recommendation> recommend(RecommendationQuery query) {
        if (!query.users().isEmpty()) {
            return answer(query, Strategy.TRAINED, MODEL, List.of());
        }
        return switch (query.user()) {
            case "anna", "آنا" -> answer(query, Strategy.TRAINED, MODEL, List.of());
            case "ben" -> answer(query, Strategy.FOLDED_IN, MODEL, List.of());
            case "early" -> answer(query, Strategy.POPULAR, null, List.of());
            case "full" ->
                Uni.createFrom()
                        .item(new Recommendation("full", List.of(), Strategy.TRAINED, MODEL, List.of(), List.of()));
            case "trouble" -> Uni.createFrom().failure(new IllegalStateException("a secret of the house"));
            default ->
                answer(
                        query,
                        Strategy.POPULAR,
                        MODEL,
                        List.of("Nothing is known of %s, so these are the songs that most people here play."
                                .formatted(query.user())));
        };
    }

    private static Uni<Recommendation> answer(
            RecommendationQuery query, Strategy strategy, @Nullable String model, List<String> warnings) {
        List<RecommendedSong> songs = new ArrayList<>();
        for (int i = 0; i < Math.min(query.n(), SONGS.size()); i++) {
            songs.add(song(i, strategy == Strategy.POPULAR, query.users()));
        }
        return Uni.createFrom().item(new Recommendation(query.user(), query.users(), strategy, model, songs, warnings));
    }

    private static RecommendedSong song(int i, boolean popular, List<String> users) {
        Known known = SONGS.get(i);
        float score = popular ? 1412 - 87 * i : 0.93f - 0.061f * i;
        List<Reason> reasons = List.of(
                new Reason("r1", "Hyperballad & Jóga", "Björk", 0.31f, users.isEmpty() ? "" : users.get(0)),
                new Reason("r2", "غنيلي", "", 0.12f, users.isEmpty() ? "" : users.get(1)),
                new Reason("r3", "Never named: against it", "Nobody", -0.2f, ""));
        return new RecommendedSong(
                i + 1,
                "song-" + i,
                known.title(),
                known.artist(),
                null,
                known.album(),
                score,
                popular ? List.of() : reasons.subList(i % 3 == 2 ? 1 : 0, 3),
                score);
    }
}
