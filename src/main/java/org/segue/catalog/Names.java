package org.segue.catalog;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the references of one request mean. Those to nothing have no entries.
 *
 * @param users the users
 * @param songs the songs
 * @param artists keys of the artists
 */
public record Names(Map<Ref, User> users, Map<Ref, Song> songs, Map<Ref, Integer> artists) {

    /** The user of a reference. */
    public Named<User> user(Ref ref) {
        return named(ref, users.get(ref), User::publicId);
    }

    /** The song of a reference. */
    public Named<Song> song(Ref ref) {
        return named(ref, songs.get(ref), Song::publicId);
    }

    /** Keys of the songs of references; those to nothing are left out. */
    public Set<Integer> songKeys(Collection<Ref> refs) {
        Set<Integer> keys = new HashSet<>();
        for (Ref ref : refs) {
            Song song = songs.get(ref);
            if (song != null) {
                keys.add(song.id());
            }
        }
        return keys;
    }

    /** Keys of the artists of references; those to nothing are left out. */
    public Set<Integer> artistKeys(Collection<Ref> refs) {
        Set<Integer> keys = new HashSet<>();
        for (Ref ref : refs) {
            Integer key = artists.get(ref);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static <T> Named<T> named(Ref ref, @Nullable T found, Function<T, String> publicId) {
        if (ref.source() == null) {
            return new Named<>(ref.id(), found);
        }
        return new Named<>(found == null ? ref.text() : publicId.apply(found), found);
    }
}
