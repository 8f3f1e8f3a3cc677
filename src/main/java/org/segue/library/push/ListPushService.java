package org.segue.library.push;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryConnections;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryLogin;
import org.segue.library.LibraryPhrase;
import org.segue.library.LibrarySongRepository;
import org.segue.library.LoginEnd;
import org.segue.library.LoginRepository;
import org.segue.text.Sentence;

/**
 * Sends listeners' lists to the servers that they sign in to, as private lists of their accounts: which lists, and how each stands.
 * One server is spoken to at a time. Its methods block.
 */
@Singleton
public class ListPushService implements LoginEnd {

    private final LoginRepository logins;
    private final LibraryConnections connections;
    private final LibrarySongRepository songs;
    private final SendableLists lists;
    private final PushedListRepository pushed;

    ListPushService(
            LoginRepository logins,
            LibraryConnections connections,
            LibrarySongRepository songs,
            SendableLists lists,
            PushedListRepository pushed) {
        this.logins = logins;
        this.connections = connections;
        this.songs = songs;
        this.lists = lists;
        this.pushed = pushed;
    }

    /** A login's lists and how each stands. */
    public List<ListOnServer> of(LibraryLogin login) {
        Map<String, PushedList> known = pushed.of(login.id());
        return lists.of(login).stream()
                .map(list -> ListOnServer.of(list, known(known, list)))
                .toList();
    }

    // Imported lists may be hundreds: nobody asked for those in a player.
    private PushedList known(Map<String, PushedList> known, SendableList list) {
        PushedList found = known.get(list.key());
        return found != null ? found : PushedList.never(list.key(), !pushed.isImported(list.key()));
    }

    /**
     * Says whether a list is sent. One that is switched off goes from the server with the next push, one that is switched on comes
     * with it, though somebody has deleted it there.
     *
     * @return whether there is such a list
     */
    public synchronized boolean choose(LibraryLogin login, String list, boolean enabled) {
        Map<String, PushedList> known = pushed.of(login.id());
        return lists.of(login).stream()
                .filter(each -> each.key().equals(list))
                .findFirst()
                .map(each -> known(known, each).switched(enabled))
                .map(chosen -> {
                    pushed.put(login.id(), chosen);
                    return true;
                })
                .orElse(false);
    }

    /** Sends what all logins' lists have become since they were sent. */
    public void pushChanges() {
        for (LibraryLogin login : logins.all()) {
            push(login, false);
        }
    }

    /** Sends all of a login's lists now, those that have not changed too: who deleted or changed one is noticed then. */
    public void push(LibraryLogin login) {
        push(login, true);
    }

    /** Takes what was sent as logins from their server; names of the lists that stay there because it does not answer or refuses. */
    @Override
    public synchronized List<String> end(List<LibraryLogin> ending) {
        List<String> left = new ArrayList<>();
        @Nullable Sentence failure = null;
        for (LibraryLogin login : ending) {
            Turn turn = new Turn(login, true, new HashMap<>());
            turn.failure = failure;
            left.addAll(turn.takeAll());
            failure = turn.failure;
        }
        return left;
    }

    private synchronized void push(LibraryLogin login, boolean isAll) {
        if (logins.byId(login.id()).isEmpty()) {
            return;
        }
        Map<String, PushedList> known = pushed.of(login.id());
        List<SendableList> wanted = lists.of(login);
        Turn turn = new Turn(login, isAll, new HashMap<>(ids(login, wanted)));
        for (SendableList list : wanted) {
            turn.take(list, known(known, list));
        }
        turn.forget(known, wanted);
    }

    private Map<Integer, String> ids(LibraryLogin login, List<SendableList> wanted) {
        return songs.externalIds(
                login, wanted.stream().flatMap(list -> list.songIds().stream()).collect(Collectors.toSet()));
    }

    /** One login's turn. After a failure nothing more is asked of the server. */
    private final class Turn {
        private final LibraryLogin login;
        private final boolean isAll;
        private final Map<Integer, String> ids;
        private @Nullable ListPush push;
        private @Nullable Sentence failure;

        Turn(LibraryLogin login, boolean isAll, Map<Integer, String> ids) {
            this.login = login;
            this.isAll = isAll;
            this.ids = ids;
        }

        void take(SendableList list, PushedList before) {
            List<String> sent = list.songIds().stream()
                    .map(ids::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!before.enabled()) {
                if (before.externalId() != null) {
                    attempt(before, push -> push.takeAway(before));
                }
            } else if (before.outcome().state() == PushState.DELETED
                    || list.songIds().isEmpty()) {
                return;
            } else if (sent.isEmpty()) {
                write(before, before.not(PushState.FAILED, LibraryPhrase.NOTHING_THERE.with()));
            } else if (isAll || !ListPush.isSent(before, ListPush.hash(list, sent))) {
                PushedList begun = begun(list, sent, before);
                attempt(begun, push -> push.send(list, sent, before));
            }
        }

        // Noted before: who is stopped in between finds the list again.
        private PushedList begun(SendableList list, List<String> sent, PushedList before) {
            if (before.externalId() != null) {
                return before;
            }
            PushedList begun = before.begun(ListPush.beginning(list.name(), sent));
            write(before, begun);
            return begun;
        }

        // Kept lists that are gone here go there too.
        void forget(Map<String, PushedList> known, List<SendableList> wanted) {
            for (PushedList gone : known.values()) {
                if (wanted.stream().noneMatch(list -> list.key().equals(gone.list()))) {
                    if (gone.externalId() == null || attempt(gone, push -> push.takeAway(gone))) {
                        pushed.delete(login.id(), gone.list());
                    }
                }
            }
        }

        /** Takes all that is there; answers the names of those that stay. */
        List<String> takeAll() {
            Map<String, PushedList> known = pushed.of(login.id());
            if (known.values().stream().allMatch(list -> list.externalId() == null)) {
                return List.of();
            }
            Map<String, String> names =
                    lists.of(login).stream().collect(Collectors.toMap(SendableList::key, SendableList::name));
            return known.values().stream()
                    .filter(list -> list.externalId() != null && !attempt(list, push -> push.takeAway(list)))
                    .map(list -> names.getOrDefault(list.list(), list.list()))
                    .sorted()
                    .toList();
        }

        private boolean attempt(PushedList before, Function<ListPush, PushedList> work) {
            if (failure == null) {
                try {
                    write(before, work.apply(push()));
                    return true;
                } catch (LibraryException e) {
                    boolean isOfThisList = e.fault() == Fault.FORBIDDEN || e.fault() == Fault.FAILED;
                    Sentence message = e.sentence();
                    failure = isOfThisList ? null : message;
                    write(before, before.not(PushState.FAILED, message));
                    return false;
                }
            }
            write(before, before.not(PushState.FAILED, failure));
            return false;
        }

        private ListPush push() {
            ListPush opened = push;
            if (opened == null) {
                // Of a key nobody has said whose it is.
                String account = login.serverUser().startsWith("key ") ? null : login.serverUser();
                opened =
                        new ListPush(connections.open(login), account, list -> pushed.isKnown(login.libraryId(), list));
                push = opened;
            }
            return opened;
        }

        private void write(PushedList before, PushedList after) {
            if (!after.equals(before)) {
                pushed.put(login.id(), after);
            }
        }
    }
}
