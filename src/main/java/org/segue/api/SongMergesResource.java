package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.catalog.SongMergeRepository;
import org.segue.catalog.SongMergeRepository.SongMerge;
import org.segue.listens.SongSeparation;

/** Songs that were joined because their artist and title are alike. */
@Path("/api/songs/merges")
@Tag(name = "Songs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SongMergesResource {

    private final SongMergeRepository merges;
    private final SongSeparation separation;

    SongMergesResource(SongMergeRepository merges, SongSeparation separation) {
        this.merges = merges;
        this.separation = separation;
    }

    /**
     * Two songs whose artist and title are alike.
     *
     * @param from the song that was joined to the other, or that may be the same
     * @param into the other song
     * @param rule by which they are alike: `key`, the same artist and title but for spelling, guests and marks of a remaster or a video
     * @param state `joined`: one song; `listed`: two songs that may be one; `apart`: two songs, as somebody has said
     * @param reason why they are listed: `mbid`, different ids at MusicBrainz; `length`, more than 15 seconds apart; `feedback`,
     *     somebody loves the one and not the other; null if they are not listed
     * @param mergedAt when that was decided
     */
    public record MergedSongs(
            MergedSong from,
            MergedSong into,
            String rule,
            String state,
            @Nullable String reason,
            Instant mergedAt) {

        private static MergedSongs of(SongMerge merge) {
            return new MergedSongs(
                    MergedSong.of(merge.from()),
                    MergedSong.of(merge.into()),
                    "key",
                    merge.state(),
                    merge.reason(),
                    merge.at());
        }
    }

    /**
     * One of the two.
     *
     * @param id its own public id
     * @param title as it was first seen
     * @param artist name, empty if none is known
     * @param album name, null if none is known
     */
    public record MergedSong(
            String id,
            String title,
            String artist,
            @Nullable String album) {
        private static MergedSong of(Song song) {
            return new MergedSong(song.publicId(), song.title(), song.artist(), song.album());
        }
    }

    /** All of them. */
    @GET
    @Operation(
            summary = "List songs that were joined, or that may be one",
            description =
                    "What became of songs with the same artist and title when Segue learned to look beyond their spelling. The"
                            + " latest first.")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<MergedSongs> list(
            @Parameter(description = "The most pairs to answer with") @RestQuery @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Parameter(description = "`next` of the part before") @RestQuery @DefaultValue("0") @Min(0) int cursor) {
        List<MergedSongs> items =
                merges.list(cursor, limit).stream().map(MergedSongs::of).toList();
        return Page.at(cursor, items, merges.count());
    }

    /** Tells two apart. */
    @DELETE
    @Path("{song}")
    @Operation(
            summary = "Say that two songs are two",
            description =
                    "Takes a song back that was joined to another, with its listens, play counts and feedback. Later imports do not join"
                            + " the two again. Of two that are listed it settles that they are two.")
    @APIResponse(responseCode = "204", description = "They are two songs")
    @APIResponse(responseCode = "404", description = "The song was joined to no other")
    public void separate(
            @Parameter(description = "Id of the song under `from`", example = "coldplay-clocks-lyrics") @RestPath
                    String song) {
        if (!separation.separate(song)) {
            throw Problems.notFound("The song %s was joined to no other.".formatted(song));
        }
    }
}
