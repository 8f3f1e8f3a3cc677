package org.segue.protocols.audiomuse;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
import org.segue.library.mixes.AskedSong;
import org.segue.library.mixes.MixLibraries;
import org.segue.ranking.ScoredSong;

/** Mixes of songs, ways between songs, and songs by words, as AudioMuse-AI answers. What is unknown is no mistake: the answer is empty. */
@Path("/api")
@Tag(
        name = "AudioMuse",
        description =
                "What plugins of Navidrome, Jellyfin, Music Assistant and Ampache ask AudioMuse-AI; songs by the ids of their library")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class MixResource {

    /** What the OpenAPI document says of a parameter that every call has. */
    static final String SERVER = "Number or name of the library, where no token tells it";

    private static final int USUAL = 10;
    private static final int USUAL_STEPS = 25;
    private static final int MAX_STEPS = 100;
    private static final int USUAL_FOUND = 20;
    private static final int MAX_PASSED_OVER = 10_000;

    private final Seeds seeds;
    private final Mixes mixes;
    private final Tracks tracks;
    private final MixLibraries libraries;
    private final SongRepository songs;

    MixResource(Seeds seeds, Mixes mixes, Tracks tracks, MixLibraries libraries, SongRepository songs) {
        this.seeds = seeds;
        this.mixes = mixes;
        this.tracks = tracks;
        this.libraries = libraries;
        this.songs = songs;
    }

    /** Songs like one. */
    @GET
    @Path("similar_tracks")
    @Operation(
            summary = "Mix songs like one",
            description =
                    "Songs of the library first, most alike first; what it lacks only if these are too few, to be found by title and author. The"
                            + " library is the one whose token was sent, else the one that `server` names, else the only one that knows the"
                            + " song. With a listener's own token the mix is in the order of that listener's taste.")
    @APIResponse(
            responseCode = "200",
            description = "The mix; empty if the song is not known, or known to several libraries")
    public List<MixTrack> similarTracks(
            @Parameter(description = "The library's id of the song", example = "5RzwmHl6Kea7cAW3TDjOqC")
                    @RestQuery("item_id")
                    @Nullable
                    String itemId,
            @Parameter(description = "In place of an id, together with `artist`: title of the song")
                    @RestQuery
                    @Nullable
                    String title,
            @Parameter(description = "In place of an id, together with `title`: name of its artist")
                    @RestQuery
                    @Nullable
                    String artist,
            @Parameter(description = Amount.WORDS + "; 10 without it", example = "10") @RestQuery @Nullable String n,
            @Parameter(description = "`false`: a song of which the library has several files comes with all of them")
                    @RestQuery("eliminate_duplicates")
                    @Nullable
                    String eliminateDuplicates,
            @Parameter(description = SERVER) @RestQuery @Nullable String server) {
        int most = Amount.of(n, USUAL);
        boolean eachFile = "false".equalsIgnoreCase(eliminateDuplicates);
        Optional<AskedSong> asked =
                itemId == null || itemId.isBlank() ? seeds.song(title, artist, server) : seeds.song(itemId, server);
        return asked.map(song -> tracks.mix(song.libraryId(), mixes.like(song, most), eachFile, most))
                .orElse(List.of());
    }

    /** A way from one song to another. */
    @GET
    @Path("find_path")
    @Operation(
            summary = "Find a path between two songs of a library",
            description =
                    "By songs of the library alone. The library is chosen as for `/api/similar_tracks`, by the first song.")
    @APIResponse(responseCode = "200", description = "The path; empty if one of the songs is not known")
    public SonicPath findPath(
            @Parameter(description = "The library's id of the first song") @RestQuery("start_song_id") @Nullable
                    String startSongId,
            @Parameter(description = "The library's id of the last song") @RestQuery("end_song_id") @Nullable
                    String endSongId,
            @Parameter(
                            description =
                                    "The most songs, from 2 to 100; others are brought into this range, and 25 without it",
                            example = "25")
                    @RestQuery("max_steps")
                    @Nullable
                    String maxSteps,
            @Parameter(description = SERVER) @RestQuery @Nullable String server) {
        Optional<AskedSong> start = seeds.song(startSongId, server);
        Optional<AskedSong> end = seeds.song(endSongId, server);
        if (start.isEmpty() || end.isEmpty()) {
            return SonicPath.NONE;
        }
        int most = Amount.of(maxSteps, USUAL_STEPS, 2, MAX_STEPS);
        List<ScoredSong> path = mixes.path(start.get(), end.get(), most - 1);
        double distance = path.stream().mapToDouble(song -> 1 - song.score()).sum();
        List<Integer> keys = path.stream().map(ScoredSong::songId).toList();
        return new SonicPath(tracks.named(start.get().libraryId(), keys), (float) distance);
    }

    /** Songs by words. */
    @GET
    @Path("search_tracks")
    @Operation(
            summary = "Search songs of a library",
            description =
                    "Songs with words that start like those typed, those of the library first. The library is the one whose token was sent, else the"
                            + " one that `server` names, else the only one that there is.")
    @APIResponse(responseCode = "200", description = "The songs that were found; none without words")
    public List<NamedTrack> searchTracks(
            @Parameter(description = "Words of title and artist", example = "sigur glosoli")
                    @RestQuery("search_query")
                    @Nullable
                    String searchQuery,
            @Parameter(description = "In place of `search_query`: words of the title") @RestQuery @Nullable
                    String title,
            @Parameter(description = "In place of `search_query`: words of the artist's name") @RestQuery @Nullable
                    String artist,
            @Parameter(description = "How many to pass over; 0 without it") @RestQuery @Nullable String start,
            @Parameter(description = "Where to end, at most 500 after the start; 20 after it without it")
                    @RestQuery
                    @Nullable
                    String end,
            @Parameter(description = SERVER) @RestQuery @Nullable String server) {
        String typed = searchQuery == null || searchQuery.isBlank()
                ? (text(artist) + ' ' + text(title)).strip()
                : searchQuery.strip();
        int from = Amount.of(start, 0, 0, MAX_PASSED_OVER);
        int count = Amount.of(end, from + USUAL_FOUND, from, from + Amount.MAX) - from;
        if (typed.isEmpty() || count == 0) {
            return List.of();
        }
        int library = seeds.library(server);
        List<Integer> found = ownedFirst(library, songs.search(typed, 0, Math.max(Amount.MAX, from + count)));
        return tracks.named(library, found.stream().skip(from).limit(count).toList());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private List<Integer> ownedFirst(int library, List<Song> found) {
        Map<Boolean, List<Integer>> parts =
                found.stream().map(Song::id).collect(Collectors.partitioningBy(libraries.songs(library)::get));
        List<Integer> all = new ArrayList<>(parts.getOrDefault(true, List.of()));
        all.addAll(parts.getOrDefault(false, List.of()));
        return all;
    }
}
