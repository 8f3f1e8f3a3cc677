package org.segue.library.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryException;
import org.segue.library.LibraryPhrase;
import org.segue.library.LibraryServer;
import org.segue.library.ServerPlaylist;
import org.segue.text.Sentence;

/**
 * Sends lists to a server as one account. Only lists that Segue made are touched: found by the id that was stored, of that
 * account, and with Segue's words in the comment where the server keeps comments. For one thread, once.
 */
final class ListPush {

    /** Songs that every server takes with the request that makes a list. */
    private static final int BEGINNING = 100;

    /** Of content whose comment the server did not keep. */
    private static final String UNMARKED = "-";

    private final LibraryServer server;
    private final @Nullable String account;
    private final Predicate<String> isKnown;
    private @Nullable List<ServerPlaylist> there;

    /**
     * @param account what the server calls the account, null if it does not say so
     * @param isKnown whether a list's id is that of any list that Segue knows of
     */
    ListPush(LibraryServer server, @Nullable String account, Predicate<String> isKnown) {
        this.server = server;
        this.account = account;
        this.isKnown = isKnown;
    }

    /** What a list would be sent as. */
    static String hash(SendableList list, List<String> ids) {
        return hash(list.name() + '\n' + list.comment() + '\n' + String.join("\n", ids));
    }

    /** What tells a list that was made from others of its name, though the server's answer never came: how it begins. */
    static String beginning(String name, List<String> ids) {
        return hash(name + '\n' + String.join("\n", ids.subList(0, Math.min(BEGINNING, ids.size()))));
    }

    private static String hash(String words) {
        try {
            byte[] text = words.getBytes(StandardCharsets.UTF_8);
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
            Sentence reason = reasonToLeaveAlone(before);
            if (reason != null) {
                return before.not(PushState.DELETED, reason);
            }
            server.replace(id, list.name(), list.comment(), ids);
        } else {
            id = make(list, ids, before);
        }
        try {
            return counted(list, ids, before, id);
        } catch (LibraryException e) {
            // The id is kept whatever comes next: else the list would be made again.
            return new PushedList(before.list(), true, id, null, before.outcome()).not(PushState.FAILED, e.sentence());
        }
    }

    private String make(SendableList list, List<String> ids, PushedList before) {
        String made = madeUnheard(list.name(), before);
        if (made == null) {
            return server.create(list.name(), list.comment(), ids);
        }
        server.replace(made, list.name(), list.comment(), ids);
        return made;
    }

    // A try may have made it though its answer never came: that one is taken, and there is no second.
    private @Nullable String madeUnheard(String name, PushedList before) {
        List<String> tries = before.tries();
        if (tries.isEmpty()) {
            return null;
        }
        return all().stream()
                .filter(list -> list.name().equals(name) && !isOfOthers(list) && !isKnown.test(list.id()))
                .filter(list -> isMarked(list.comment()) || tries.contains(beginningOf(list)))
                .map(ServerPlaylist::id)
                .findFirst()
                .orElse(null);
    }

    private String beginningOf(ServerPlaylist list) {
        return beginning(list.name(), server.songsOf(list.id()).orElse(List.of()));
    }

    private static boolean isMarked(@Nullable String comment) {
        return comment != null && comment.contains(SendableList.MARKER);
    }

    private boolean isOfOthers(ServerPlaylist list) {
        return list.owner() != null && account != null && !list.owner().equalsIgnoreCase(account);
    }

    private PushedList counted(SendableList list, List<String> ids, PushedList before, String id) {
        int arrived = server.songsOf(id).map(List::size).orElse(0);
        there = null;
        boolean isMarked = found(id).filter(made -> isMarked(made.comment())).isPresent();
        String hash = hash(list, ids) + (isMarked ? "" : UNMARKED);
        PushedList sent = before.sent(id, hash, message(list, ids.size(), arrived), Instant.now());
        return arrived == 0 ? sent.not(PushState.FAILED, LibraryPhrase.NONE_ARRIVED.with()) : sent;
    }

    private @Nullable Sentence message(SendableList list, int sent, int arrived) {
        if (arrived < sent) {
            return LibraryPhrase.SOME_ARRIVED.with(arrived, sent);
        }
        String name = list.name().toLowerCase(Locale.ROOT);
        boolean isDoubled = all().stream()
                .map(other -> other.name().toLowerCase(Locale.ROOT))
                .anyMatch(other -> other.startsWith("[lb] ") && other.contains(name));
        return isDoubled ? LibraryPhrase.DOUBLED.with() : null;
    }

    /** Takes a list that is not wanted any more from the server. */
    PushedList takeAway(PushedList before) {
        String id = before.externalId();
        if (id != null && reasonToLeaveAlone(before) == null) {
            server.delete(id);
        }
        return before.takenAway();
    }

    private @Nullable Sentence reasonToLeaveAlone(PushedList before) {
        Optional<ServerPlaylist> list = found(String.valueOf(before.externalId()));
        if (list.isEmpty()) {
            return LibraryPhrase.DELETED_THERE.with();
        }
        if (isOfOthers(list.get())) {
            return LibraryPhrase.OF_OTHERS.with();
        }
        String comment = list.get().comment();
        boolean wasMarked = before.content() != null && !before.content().endsWith(UNMARKED);
        boolean isOurs = comment == null ? !wasMarked : isMarked(comment);
        return isOurs ? null : LibraryPhrase.CHANGED_THERE.with();
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
