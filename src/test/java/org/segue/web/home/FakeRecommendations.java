package org.segue.web.home;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.interactions.Histories;
import org.segue.listens.PlayingNow;
import org.segue.ranking.HeavyWork;
import org.segue.ranking.OverloadedException;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.Recommendations;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.RecommendedSong.Reason;
import org.segue.ranking.Snapshots;
import org.segue.ranking.Strategy;
import org.segue.text.Sentence;

/** Answers from a fixed list of awkward songs; the user's name decides how. */
@Alternative
@Singleton
public class FakeRecommendations extends Recommendations {
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

    FakeRecommendations(
            Snapshots snapshots,
            Histories histories,
            Catalog catalog,
            PlayingNow playing,
            HeavyWork heavyWork,
            MeterRegistry metrics) {
        super(snapshots, histories, catalog, playing, heavyWork, metrics);
    }

    @Override
    public Uni<Recommendation> recommend(RecommendationQuery query) {
        List<String> names = query.userNames();
        if (names.size() > 1) {
            return answer(query, Strategy.TRAINED, MODEL, List.of());
        }
        String user = names.isEmpty() ? "" : names.get(0);
        return switch (user) {
            case "anna", "آنا" -> answer(query, Strategy.TRAINED, MODEL, List.of());
            case "ben" -> answer(query, Strategy.FOLDED_IN, MODEL, List.of());
            case "early" -> answer(query, Strategy.POPULAR, null, List.of());
            case "timed" ->
                answer(
                        query,
                        Strategy.TRAINED,
                        MODEL,
                        List.of(Sentence.plain("asked: " + query.when().kind())));
            case "full" ->
                Uni.createFrom()
                        .item(new Recommendation("full", List.of(), Strategy.TRAINED, MODEL, List.of(), List.of()));
            case "starter" -> Uni.createFrom().item(starting());
            case "trouble" -> Uni.createFrom().failure(new IllegalStateException("a secret of the house"));
            case "busy" -> Uni.createFrom().failure(new OverloadedException(Duration.ofSeconds(7)));
            default ->
                answer(
                        query,
                        Strategy.POPULAR,
                        MODEL,
                        List.of(Sentence.plain(
                                "Nothing is known of %s, so these are the songs that most people here play."
                                        .formatted(user))));
        };
    }

    private static Recommendation starting() {
        return new Recommendation(
                "starter",
                List.of(),
                Strategy.NOT_ENOUGH,
                null,
                List.of(unranked(0, RecommendedSong.Why.ARTIST), unranked(1, RecommendedSong.Why.POPULAR)),
                List.of(Sentence.plain("Too little is known of starter.")),
                new Recommendation.Beside("", null, List.of(unranked(2, RecommendedSong.Why.REDISCOVER))));
    }

    private static RecommendedSong unranked(int i, RecommendedSong.Why why) {
        RecommendedSong song = song(i, true, List.of());
        return new RecommendedSong(i + 1, song.song(), song.score(), List.of(), 0, false, why, null);
    }

    private static Uni<Recommendation> answer(
            RecommendationQuery query, Strategy strategy, @Nullable String model, List<Sentence> warnings) {
        List<String> names = query.userNames();
        boolean isGroup = names.size() > 1;
        List<RecommendedSong> songs = new ArrayList<>();
        for (int i = 0; i < Math.min(query.n(), SONGS.size()); i++) {
            songs.add(song(i, strategy == Strategy.POPULAR, isGroup ? names : List.of()));
        }
        return Uni.createFrom()
                .item(new Recommendation(
                        isGroup || names.isEmpty() ? "" : names.get(0),
                        isGroup ? names : List.of(),
                        strategy,
                        model,
                        songs,
                        warnings));
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
                new Song(-1 - i, "song-" + i, known.title(), 0, known.artist(), null, known.album()),
                score,
                popular ? List.of() : reasons.subList(i % 3 == 2 ? 1 : 0, 3),
                score);
    }
}
