package org.segue.protocols.audiomuse;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Artist;
import org.segue.catalog.ArtistRepository;
import org.segue.library.mixes.AskedSong;
import org.segue.library.mixes.FileOfSong;
import org.segue.library.mixes.MixLibraries;
import org.segue.protocols.audiomuse.MixArtist.ComponentMatch;
import org.segue.protocols.audiomuse.MixArtist.RepresentativeSong;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.SimilarSongs;

/** Artists like one, as AudioMuse-AI answers: those of the library first. */
@Path("/api/similar_artists")
@Tag(name = "AudioMuse")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SimilarArtistsResource {

    private static final int USUAL = 10;

    /** A radio of an artist is made of these songs. */
    private static final int SONGS_OF_AN_ARTIST = 10;

    private final Seeds seeds;
    private final SimilarSongs similar;
    private final MixLibraries libraries;
    private final ArtistRepository artists;

    SimilarArtistsResource(Seeds seeds, SimilarSongs similar, MixLibraries libraries, ArtistRepository artists) {
        this.seeds = seeds;
        this.similar = similar;
        this.libraries = libraries;
        this.artists = artists;
    }

    /** Artists like one. */
    @GET
    @Operation(
            summary = "Find artists like one of a library",
            description =
                    "Artists of the library first, most alike first; others only if these are too few. The library is chosen as for"
                            + " `/api/similar_tracks`.")
    @APIResponse(
            responseCode = "200",
            description = "The artists; none if the artist is not known, or known to several libraries")
    public List<MixArtist> similarArtists(
            @Parameter(description = "The library's id of the artist, or the name") @RestQuery @Nullable String artist,
            @Parameter(description = "In place of `artist`: the library's id") @RestQuery("artist_id") @Nullable
                    String artistId,
            @Parameter(description = Amount.WORDS + "; 10 without it", example = "10") @RestQuery @Nullable String n,
            @Parameter(description = "`true`: with songs of both artists")
                    @RestQuery("include_component_matches")
                    @Nullable
                    String includeComponentMatches,
            @Parameter(description = MixResource.SERVER) @RestQuery @Nullable String server) {
        boolean withSongs = "true".equalsIgnoreCase(includeComponentMatches);
        return seeds.artist(artistId == null || artistId.isBlank() ? artist : artistId, server)
                .map(asked -> like(asked, Amount.of(n, USUAL), withSongs))
                .orElse(List.of());
    }

    private List<MixArtist> like(AskedSong asked, int n, boolean withSongs) {
        List<ScoredSong> all = similar.artists(asked.key(), Amount.MAX).items();
        List<Integer> keys = all.stream().map(ScoredSong::songId).toList();
        Map<Integer, String> ids = libraries.artistIds(asked.libraryId(), keys);
        Map<Integer, Artist> names =
                artists.byIds(keys).stream().collect(Collectors.toMap(Artist::id, Function.identity()));
        List<RepresentativeSong> own = withSongs ? songs(asked.libraryId(), asked.key()) : List.of();
        List<MixArtist> answer = new ArrayList<>();
        for (ScoredSong other : ownedFirst(all, ids)) {
            Artist name = names.get(other.songId());
            if (name != null && answer.size() < n) {
                answer.add(new MixArtist(
                        name.name(),
                        ids.getOrDefault(other.songId(), Seeds.OURS + name.publicId()),
                        1 - other.score(),
                        withSongs ? List.of(new ComponentMatch(own, songs(asked.libraryId(), other.songId()))) : null));
            }
        }
        return answer;
    }

    private static List<ScoredSong> ownedFirst(List<ScoredSong> all, Map<Integer, String> ids) {
        Map<Boolean, List<ScoredSong>> parts =
                all.stream().collect(Collectors.partitioningBy(artist -> ids.containsKey(artist.songId())));
        List<ScoredSong> ordered = new ArrayList<>(parts.getOrDefault(true, List.of()));
        ordered.addAll(parts.getOrDefault(false, List.of()));
        return ordered;
    }

    private List<RepresentativeSong> songs(int libraryId, int artistId) {
        return libraries.ofArtist(libraryId, artistId, SONGS_OF_AN_ARTIST).stream()
                .map(SimilarArtistsResource::song)
                .toList();
    }

    private static RepresentativeSong song(FileOfSong file) {
        return new RepresentativeSong(file.id(), file.title());
    }
}
