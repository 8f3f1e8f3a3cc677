package org.segue.protocols.audiomuse;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.library.mixes.MixLibraries;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.Recommendations;
import org.segue.ranking.ScoredSong;

/** Lists for one listener, as AudioMuse-AI answers. */
@Path("/api/sonic_fingerprint/generate")
@Tag(name = "AudioMuse")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class FingerprintResource {

    private static final int USUAL = 25;

    private final Access access;
    private final Catalog catalog;
    private final Recommendations recommendations;
    private final MixLibraries libraries;
    private final Seeds seeds;
    private final Tracks tracks;

    FingerprintResource(
            Access access,
            Catalog catalog,
            Recommendations recommendations,
            MixLibraries libraries,
            Seeds seeds,
            Tracks tracks) {
        this.access = access;
        this.catalog = catalog;
        this.recommendations = recommendations;
        this.libraries = libraries;
        this.seeds = seeds;
        this.tracks = tracks;
    }

    /** Songs for a listener. */
    @GET
    @Operation(
            summary = "Mix songs for a listener",
            description =
                    "Songs of the library that the listener has not heard and may like. Only for the listener's own token: to any other call it"
                            + " answers with nothing, whoever the call names.")
    @APIResponse(
            responseCode = "200",
            description = "The songs; none without the token of the listener whom the call names")
    public List<MixTrack> fingerprint(
            @Parameter(description = "Name of the listener's account at Jellyfin, if it is Jellyfin that asks")
                    @RestQuery("jellyfin_user_identifier")
                    @Nullable
                    String jellyfinUser,
            @Parameter(description = "Name of the listener's account at Navidrome, if it is Navidrome that asks")
                    @RestQuery("navidrome_user")
                    @Nullable
                    String navidromeUser,
            @Parameter(description = Amount.WORDS + "; 25 without it", example = "25") @RestQuery @Nullable String n,
            @Parameter(description = MixResource.SERVER) @RestQuery @Nullable String server) {
        Caller caller = access.caller();
        Optional<User> listener =
                caller.userId() == 0 || !isMeant(caller, jellyfinUser) || !isMeant(caller, navidromeUser)
                        ? Optional.empty()
                        : catalog.user(caller.user()).join();
        return listener.map(user -> songsFor(user, Amount.of(n, USUAL), seeds.library(server)))
                .orElse(List.of());
    }

    private boolean isMeant(Caller caller, @Nullable String named) {
        return named == null
                || named.isBlank()
                || named.equalsIgnoreCase(caller.user())
                || libraries.isCalled(caller.userId(), named);
    }

    private List<MixTrack> songsFor(User user, int n, int library) {
        List<ScoredSong> all =
                recommendations
                        .recommend(RecommendationQuery.forUser(user, Amount.MAX))
                        .await()
                        .indefinitely()
                        .items()
                        .stream()
                        .map(item -> new ScoredSong(item.song().id(), item.score()))
                        .filter(song -> libraries.songs(library).get(song.songId()))
                        .limit(n)
                        .toList();
        return tracks.mix(library, places(all), false, n);
    }

    // Scores of a ranking are no similarities: the first is as near as can be, the last as far.
    private static List<ScoredSong> places(List<ScoredSong> ranking) {
        List<ScoredSong> places = new ArrayList<>();
        for (int place = 0; place < ranking.size(); place++) {
            places.add(new ScoredSong(ranking.get(place).songId(), 1 - (float) place / ranking.size()));
        }
        return places;
    }
}
