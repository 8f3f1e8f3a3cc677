package org.segue.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.segue.storage.StorageConfig.Check;
import org.sqlite.JDBC;

/** Looks at the database before anybody uses it: whether it is there, and whether its pages are sound. */
final class StartCheck {

    private static final Logger LOG = Logger.getLogger(StartCheck.class);

    /** What a data folder may have in which nobody has listened to anything yet. */
    private static final Set<String> OF_NO_VALUE =
            Set.of(DataFolder.LOCK, BackupFormat.DATABASE, "incoming", "engine", "lost+found");

    private final DataFolder folder;
    private final Check when;
    private final StorageState state;

    StartCheck(DataFolder folder, Check when, StorageState state) {
        this.folder = folder;
        this.when = when;
        this.state = state;
    }

    /**
     * Checks, and rebuilds what can be made anew.
     *
     * @return whether this start is the first one of an empty data folder
     * @throws IllegalStateException if the database is empty although there are other data
     */
    boolean run() {
        Path database = folder.root().resolve(BackupFormat.DATABASE);
        try {
            if (Files.exists(database) && Files.size(database) > 0) {
                check(database);
                return false;
            }
            List<Path> others = others();
            requireNothingLost(database, others);
            folder.permissions().makeFile(database);
            return others.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be looked through", e);
        }
    }

    // A database of 0 bytes was one once, unless it is the first start that was cut short.
    private static void requireNothingLost(Path database, List<Path> others) {
        if (Files.exists(database) && !others.isEmpty()) {
            throw new IllegalStateException(
                    "%s is empty, but %s is there: the database is lost. Restore a backup into a new folder, or delete both to begin anew."
                            .formatted(database, others.get(0)));
        }
    }

    private List<Path> others() throws IOException {
        try (Stream<Path> inside = Files.list(folder.root())) {
            return inside.filter(
                            path -> !OF_NO_VALUE.contains(path.getFileName().toString()))
                    .toList();
        }
    }

    private void check(Path database) throws IOException {
        if (when == Check.NEVER || (when == Check.AFTER_CRASH && folder.wasClosed())) {
            return;
        }
        Optional<String> damage = damage(database);
        if (damage.isPresent()) {
            LOG.warnf("The database is damaged (%s): its indexes are made anew of its tables", damage.get());
            repair(database, damage.get());
        }
    }

    private Optional<String> damage(Path database) {
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + database, new Properties())) {
            return DatabaseCheck.damage(connection, when == Check.ALWAYS);
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void repair(Path database, String damage) throws IOException {
        try {
            DatabaseRepair.rebuild(database, folder.permissions());
            LOG.infof(
                    "The database is sound again; what it was is kept as %s%s",
                    database, DatabaseRepair.DAMAGED_SUFFIX);
        } catch (SQLException e) {
            LOG.errorf("The database cannot be made anew: %s", e.getMessage());
            state.damaged(damage);
        }
    }
}
