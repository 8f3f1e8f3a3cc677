package org.segue.api;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.playlists.PlaylistKind;

/**
 * A list without its songs.
 *
 * @param id a UUID
 * @param title for people to read
 * @param user public id of the user whose it is
 * @param kind what Segue made it as, null for one that is kept
 * @param period first day of the day or week that it was made for, null for one that is kept
 * @param songs how many songs it had when it was made
 * @param createdAt when it was made
 * @param expiresAt when it is deleted, null for one that is kept
 */
@Schema(
        examples = "{\"id\":\"0b0f2f0e-6a3c-4f5e-9d0e-3b8f7a0d4c11\","
                + "\"title\":\"Weekly jams for anna, week of 23 November 2026\",\"user\":\"anna\",\"kind\":\"weekly-jams\","
                + "\"period\":\"2026-11-23\",\"songs\":50,\"createdAt\":\"2026-11-22T23:00:41Z\","
                + "\"expiresAt\":\"2026-12-20T23:00:00Z\"}")
public record PlaylistItem(
        String id,
        String title,
        String user,
        @Nullable PlaylistKind kind,
        @Nullable LocalDate period,
        int songs,
        Instant createdAt,
        @Nullable Instant expiresAt) {}
