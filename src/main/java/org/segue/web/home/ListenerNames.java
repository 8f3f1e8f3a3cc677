package org.segue.web.home;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.storage.Database;
import org.segue.web.home.HomeForm.Listener;

/** Whom people mean by the names that they type. Does not block. */
@Singleton
public class ListenerNames {

    private static final int MAX_LOOKED_AT = 5000;
    private static final int MAX_LIKELY = 5;

    /** One wrong letter in so many is a slip. */
    private static final int LETTERS_A_SLIP = 3;

    private final Catalog catalog;
    private final UserRepository users;
    private final Database database;

    ListenerNames(Catalog catalog, UserRepository users, Database database) {
        this.catalog = catalog;
        this.users = users;
        this.database = database;
    }

    /**
     * The listener whom a name means. Fails with a {@link SeveralListenersException} if it may mean several, with an {@link
     * UnknownListenerException} if it means nobody.
     */
    Uni<Listener> find(String typed) {
        return called(typed).chain(found -> switch (found.size()) {
            case 0 ->
                likely(typed)
                        .chain(likely ->
                                Uni.createFrom().<Listener>failure(new UnknownListenerException(typed, likely)));
            case 1 -> called(found.get(0).name()).map(same -> listener(found.get(0), same));
            default -> Uni.createFrom().<Listener>failure(new SeveralListenersException(typed, found));
        });
    }

    // The field shows the name only if it means one user; several users may have it.
    private static Listener listener(User user, List<User> ofThatName) {
        boolean isUnique = ofThatName.equals(List.of(user));
        return new Listener(user.publicId(), isUnique ? user.name() : user.publicId());
    }

    private Uni<List<User>> called(String typed) {
        return Uni.createFrom().completionStage(() -> catalog.usersCalled(typed));
    }

    private Uni<List<String>> likely(String typed) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(
                        () -> likely(typed, users.search("", 0, MAX_LOOKED_AT)), database.workers()));
    }

    /** Names with few letters other than those typed, or that start alike, the most alike first. */
    static List<String> likely(String typed, List<User> all) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(1, wanted.length() / LETTERS_A_SLIP);
        return all.stream()
                .map(User::name)
                .distinct()
                .filter(name -> distance(wanted, name) <= most)
                .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
                .limit(MAX_LIKELY)
                .toList();
    }

    // Letters to change, add or take away; none for a name that goes on after what was typed, or after a blank in it.
    private static int distance(String typed, String name) {
        String known = name.toLowerCase(Locale.ROOT);
        return known.startsWith(typed) || known.contains(' ' + typed) || known.contains('-' + typed)
                ? 0
                : edits(typed, known);
    }

    private static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
