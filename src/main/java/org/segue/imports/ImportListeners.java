package org.segue.imports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.imports.ImportOptions.Corrections;
import org.segue.imports.ImportPreview.FoundListener;
import org.segue.imports.ImportPreview.SameListener;

/** Whose listens files hold: whom the request names, and whom they name themselves. Its methods block. */
@Singleton
class ImportListeners {

    private static final Logger LOG = Logger.getLogger(ImportListeners.class);

    private final HouseRepository house;
    private final UserRepository users;
    private final ColumnChoiceRepository columns;

    ImportListeners(HouseRepository house, UserRepository users, ColumnChoiceRepository columns) {
        this.house = house;
        this.users = users;
        this.columns = columns;
    }

    /**
     * The same request with the public id of the person whom it names; as it is if that is somebody new, or it names nobody.
     *
     * @throws ListenerException if several people are called so, or the files name several users
     */
    ImportOptions checked(List<Upload> files, ImportOptions options) {
        ImportOptions named = named(options);
        if (named.user() != null && named.population() == null) {
            requireOne(files, named, named.user());
        }
        return named;
    }

    /** The same without a look at the files. */
    ImportOptions named(ImportOptions options) {
        ImportOptions joined = options.withCorrections(new Corrections(
                options.corrected().columns(), joined(options.corrected().listeners())));
        return options.user() == null ? joined : joined.withUser(publicId(options.user()));
    }

    private Map<String, String> joined(Map<String, String> listeners) {
        Map<String, String> people = new HashMap<>();
        listeners.forEach((named, person) -> people.put(named, publicId(person)));
        return people;
    }

    private String publicId(String name) {
        return find(name).map(User::publicId).orElse(name);
    }

    private Optional<User> find(String name) {
        try {
            return house.find(name);
        } catch (AmbiguousNameException e) {
            throw new ListenerException(e.sentence());
        }
    }

    private void requireOne(List<Upload> files, ImportOptions options, String user) {
        NamedUsers sink = new NamedUsers(new RequestedListener(user));
        try {
            new ImportReader(options.withUser(ImportOptions.SOMEBODY), sink, columns).read(files, bytes -> {});
        } catch (ListenerException e) {
            throw e;
        } catch (ImportException | IOException | UncheckedIOException e) {
            LOG.debug("The import will say what is wrong with the files", e);
        }
    }

    /**
     * Whether the one user whom files name may be a person of the house: whom the request names, else who is called alike.
     *
     * @param asked public id or name of the request, null if it names nobody
     * @param named whom the files name
     * @param source whose user that is
     * @return nothing if it is nobody, or the source's user is that person already
     */
    @Nullable
    SameListener question(@Nullable String asked, String named, String source) {
        if (asked != null) {
            User person = find(asked).orElse(new User(0, asked, asked));
            return new SameListener(named, person.publicId(), person.name());
        }
        try {
            int known = users.byAlias(source, named).map(User::id).orElse(0);
            return house.find(named)
                    .filter(person -> person.id() != known)
                    .map(person -> new SameListener(named, person.publicId(), person.name()))
                    .orElse(null);
        } catch (AmbiguousNameException e) {
            return null;
        }
    }

    /** Who those may be whom files name, in order of their names; each alone. */
    List<FoundListener> found(List<String> named, String source) {
        return named.stream().sorted().map(name -> found(name, source)).toList();
    }

    private FoundListener found(String named, String source) {
        Optional<User> known = users.byAlias(source, named);
        User person = known.orElseGet(() -> likely(named));
        return person == null
                ? new FoundListener(named, null, null, false)
                : new FoundListener(named, person.publicId(), person.name(), known.isPresent());
    }

    private @Nullable User likely(String named) {
        try {
            return house.find(named).orElse(null);
        } catch (AmbiguousNameException e) {
            return null;
        }
    }
}
