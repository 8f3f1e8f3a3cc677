package org.segue.library.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryException;
import org.segue.library.LibraryServer;
import org.segue.library.ServerPlaylist;

/**
 * Sends lists to a server as one account. Only lists that Segue made are touched: found by the id that was stored, of that
 * account, and with Segue's words in the comment where the server keeps comments. For one thread, once.
 */
final class ListPush {

    private static final String DELETED = "Somebody deleted it in the player. Switch it on again to send it anew.";
    private static final String LEFT_ALONE =
            "Its comment in the player no longer says that Segue made it, so Segue leaves it alone. Switch it on again to send a new one.";
    private static final String OF_OTHERS =
            "The list in the player belongs to another account, so Segue leaves it alone.";
    private static final String DOUBLED =
            "The server's ListenBrainz plugin makes this list as well, as “[LB] …”. Switch one of the two off.";

    /** Of content whose comment the server did not keep. */
    private static final String UNMARKED = "-";

    private final LibraryServer server;
    private final @Nullable String account;
    private @Nullable List<ServerPlaylist> there;

    /** @param account what the server calls the account, null if it does not say so */
    ListPush(LibraryServer server, @Nullable String account) {
        this.server = server;
        this.account = account;
    }

    /** What a list would be sent as. */
    static String hash(SendableList list, List<String> ids) {
        try {
            byte[] text = (list.name() + '\n' + list.comment() + '\n' + String.join("\n", ids))
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is on the server already, as far as Segue knows. */
    static boolean isSent(PushedList pushed, String hash) {
        String content = pushed.content();
        return pushed.outcome().state() == PushState.SENT
                && content != null
                && content.replace(UNMARKED, "").equals(hash);
    }

    /** Makes a list on the server, or replaces what it was. */
    PushedList send(SendableList list, List<String> ids, PushedList before) {
        String id = before.externalId();
        if (id != null) {
            String reason = reasonToLeaveAlone(before);
            if (reason != null) {
                return before.not(PushState.DELETED, reason);
            }
            server.replace(id, list.name(), list.comment(), ids);
        } else {
            id = server.create(list.name(), list.comment(), ids);
        }
        try {
            return counted(list, ids, before, id);
        } catch (LibraryException e) {
            // The id is kept whatever comes next: else the list would be made again.
            return new PushedList(before.list(), true, id, null, before.outcome())
                    .not(PushState.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private PushedList counted(SendableList list, List<String> ids, PushedList before, String id) {
        int arrived = server.songsOf(id).map(List::size).orElse(0);
        there = null;
        boolean isMarked = found(id)
                .map(ServerPlaylist::comment)
                .filter(comment -> comment.contains(SendableList.MARKER))
                .isPresent();
        String hash = hash(list, ids) + (isMarked ? "" : UNMARKED);
        PushedList sent = before.sent(id, hash, message(list, ids.size(), arrived), Instant.now());
        return arrived == 0
                ? sent.not(PushState.FAILED, "The server says that it took the list, but none of its songs arrived.")
                : sent;
    }

    private @Nullable String message(SendableList list, int sent, int arrived) {
        if (arrived < sent) {
            return "%d of %d songs arrived. Sync the library: the server may have other songs by now."
                    .formatted(arrived, sent);
        }
        String name = list.name().toLowerCase(Locale.ROOT);
        boolean isDoubled = all().stream()
                .map(other -> other.name().toLowerCase(Locale.ROOT))
                .anyMatch(other -> other.startsWith("[lb] ") && other.contains(name));
        return isDoubled ? DOUBLED : null;
    }

    /** Takes a list that is not wanted any more from the server. */
    PushedList takeAway(PushedList before) {
        String id = before.externalId();
        if (id != null && reasonToLeaveAlone(before) == null) {
            server.delete(id);
        }
        return before.takenAway();
    }

    private @Nullable String reasonToLeaveAlone(PushedList before) {
        Optional<ServerPlaylist> list = found(String.valueOf(before.externalId()));
        if (list.isEmpty()) {
            return DELETED;
        }
        String owner = list.get().owner();
        if (owner != null && account != null && !owner.equalsIgnoreCase(account)) {
            return OF_OTHERS;
        }
        String comment = list.get().comment();
        boolean wasMarked = before.content() != null && !before.content().endsWith(UNMARKED);
        boolean isMarked = comment == null ? !wasMarked : comment.contains(SendableList.MARKER);
        return isMarked ? null : LEFT_ALONE;
    }

    private Optional<ServerPlaylist> found(String id) {
        return all().stream().filter(list -> list.id().equals(id)).findFirst();
    }

    private List<ServerPlaylist> all() {
        List<ServerPlaylist> known = there;
        if (known == null) {
            known = server.playlists();
            there = known;
        }
        return known;
    }
}
