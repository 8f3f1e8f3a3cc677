package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.listens.Listen;
import org.segue.listens.ListenHistoryRepository.Deletion;
import org.segue.people.HistoryService;

/** What a user has played and when, and the end of a listen. */
@Path("/api/users/{user}/listens")
@Tag(name = "Users")
@Blocking
public class ListensResource {

    /** Epoch seconds and public id of the song. */
    private static final java.util.regex.Pattern LISTEN = java.util.regex.Pattern.compile("(-?\\d{1,18})-(.{1,500})");

    private static final Listen AFTER_ALL = new Listen(0, Long.MAX_VALUE, Integer.MAX_VALUE);

    private final Catalog catalog;
    private final HistoryService history;

    ListensResource(Catalog catalog, HistoryService history) {
        this.catalog = catalog;
        this.history = history;
    }

    /**
     * One play at a time.
     *
     * @param id of the listen: what deletes it
     * @param listenedAt its start
     * @param song public id
     * @param title as it was first seen
     * @param artist name, empty if none is known
     * @param artistId public id, null if no artist is known
     * @param album name, null if none is known
     */
    @Schema(
            examples = "{\"id\":\"1764115200-b21\",\"listenedAt\":\"2025-11-26T00:00:00Z\",\"song\":\"b21\","
                    + "\"title\":\"Glósóli\",\"artist\":\"Sigur Rós\",\"artistId\":\"sigur-ros\",\"album\":null}")
    public record ListenItem(
            String id,
            Instant listenedAt,
            String song,
            String title,
            String artist,
            @Nullable String artistId,
            @Nullable String album) {}

    /** A user's listens. */
    @GET
    @Operation(
            summary = "List a user's listens, newest first",
            description = "Plays whose times are known. What came as a count has no place among them.")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<ListenItem> listens(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery
                    @Pattern(regexp = "^(-?\\d{1,18}-\\d{1,9})?$", message = "must be the `next` of the part before")
                    @Parameter(description = "`next` of the part before")
                    @Nullable
                    String cursor) {
        int userId = userId(user);
        List<Listen> listens = history.newest(userId, cursor == null ? AFTER_ALL : before(cursor), limit);
        Map<Integer, Song> songs =
                catalog.songs(listens.stream().map(Listen::songId).toList()).join();
        List<ListenItem> items = new ArrayList<>();
        for (Listen listen : listens) {
            Song song = songs.get(listen.songId());
            if (song != null) {
                items.add(item(listen, song));
            }
        }
        return new Page<>(items, history.summary(userId).listens(), listens.size() < limit ? null : next(listens));
    }

    /** Deletes a listen. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Delete a listen",
            description =
                    "It is gone from the history, from the counts and from the next recommendation, and no import brings"
                            + " this user's play of this song at this time again.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no such user or listen")
    public void deleteListen(
            @Parameter(example = "amara-olander") @RestPath String user,
            @Parameter(example = "1764115200-b21") @RestPath String id) {
        int userId = userId(user);
        Matcher parts = LISTEN.matcher(id);
        Optional<Song> song = parts.matches() ? catalog.song(parts.group(2)).join() : Optional.empty();
        if (song.isEmpty()
                || history.delete(new Listen(
                                userId,
                                Long.parseLong(parts.group(1)),
                                song.get().id()))
                        == Deletion.NOTHING) {
            throw Problems.notFound("%s has no listen %s.".formatted(user, id));
        }
    }

    private int userId(String user) {
        return catalog.user(user)
                .join()
                .orElseThrow(() -> Problems.noUser(user))
                .id();
    }

    private static ListenItem item(Listen listen, Song song) {
        return new ListenItem(
                "%d-%s".formatted(listen.listenedAt(), song.publicId()),
                Instant.ofEpochSecond(listen.listenedAt()),
                song.publicId(),
                song.title(),
                song.artist(),
                song.artistPublicId(),
                song.album());
    }

    private static Listen before(String cursor) {
        int split = cursor.lastIndexOf('-');
        return new Listen(0, Long.parseLong(cursor.substring(0, split)), Integer.parseInt(cursor.substring(split + 1)));
    }

    private static String next(List<Listen> listens) {
        Listen last = listens.get(listens.size() - 1);
        return "%d-%d".formatted(last.listenedAt(), last.songId());
    }
}
