package org.segue.protocols.audiomuse;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.CreditRepository.CreditedArtist;
import org.segue.catalog.RecordingIds;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.SimilarSongs;

/** Artists like others by their ids at MusicBrainz: what Jellyfin asks the server of ListenBrainz's data sets. */
@Path("/similar-artists/json")
@Tag(name = "AudioMuse")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LabsResource {

    private static final int MAX_ASKED = 50;
    private static final int MAX_ARTISTS = 100;

    /** So many are looked through for some with an id. */
    private static final int CANDIDATES = 1000;

    private static final int FULL_SCORE = 1000;

    private final SimilarSongs similar;
    private final CreditRepository credits;

    LabsResource(SimilarSongs similar, CreditRepository credits) {
        this.similar = similar;
        this.credits = credits;
    }

    /** Artists like some. */
    @GET
    @Operation(
            summary = "Find artists like others at MusicBrainz",
            description =
                    "For Jellyfin 12, which asks ListenBrainz's data sets so. Only artists whose ids are known here: from listens, from imports and"
                            + " from libraries. At most 100 for each that is asked for.")
    @APIResponse(responseCode = "200", description = "The artists, most alike first; none for ids that are not known")
    public List<LabsArtist> similarArtists(
            @Parameter(
                            description =
                                    "Ids of artists at MusicBrainz, with commas between; of more than 50 the first count")
                    @RestQuery("artist_mbids")
                    @Nullable
                    List<String> artistMbids,
            @Parameter(description = "Passed over: there is one way here") @RestQuery @Nullable String algorithm) {
        Set<String> asked = asked(artistMbids == null ? List.of() : artistMbids);
        List<LabsArtist> found = new ArrayList<>();
        credits.ofMbids(asked).forEach((mbid, artist) -> found.addAll(like(mbid, artist)));
        found.removeIf(artist -> asked.contains(artist.artistMbid()));
        found.sort(Comparator.comparingInt(LabsArtist::score).reversed());
        return found;
    }

    private static Set<String> asked(List<String> values) {
        Set<String> ids = new LinkedHashSet<>();
        for (String value : values) {
            for (String id : value.split(",", -1)) {
                String mbid = RecordingIds.mbid(id.strip());
                if (mbid != null && ids.size() < MAX_ASKED) {
                    ids.add(mbid);
                }
            }
        }
        return ids;
    }

    private List<LabsArtist> like(String mbid, int artistId) {
        List<ScoredSong> others = similar.artists(artistId, CANDIDATES).items();
        Map<Integer, CreditedArtist> known =
                credits.identified(others.stream().map(ScoredSong::songId).toList());
        List<LabsArtist> like = new ArrayList<>();
        for (ScoredSong other : others) {
            CreditedArtist artist = known.get(other.songId());
            int score = Math.round(FULL_SCORE * other.score());
            if (artist != null && score > 0 && like.size() < MAX_ARTISTS) {
                like.add(new LabsArtist(
                        String.valueOf(artist.mbid()), artist.artist().name(), score, mbid));
            }
        }
        return like;
    }
}
