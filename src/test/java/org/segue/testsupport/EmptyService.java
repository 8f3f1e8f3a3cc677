package org.segue.testsupport;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.segue.catalog.CatalogChanged;
import org.segue.listens.ListensChanged;
import org.segue.storage.DataFolder;
import org.segue.storage.Database;

/**
 * Empties the running service, whose tests want it as on its first day: no data, no model, nothing remembered. It costs a hundredth
 * of what another service would. Nothing may be at work.
 */
@Singleton
public class EmptyService {

    /** Rooms that read at the start what they serve from then on. */
    private static final Set<String> SERVING = Set.of("org.segue.model", "org.segue.ranking");

    private final Database database;
    private final DataFolder folder;
    private final BeanManager beans;
    private final Event<CatalogChanged> catalogChanged;
    private final Event<ListensChanged> listensChanged;

    EmptyService(
            Database database,
            DataFolder folder,
            BeanManager beans,
            Event<CatalogChanged> catalogChanged,
            Event<ListensChanged> listensChanged) {
        this.database = database;
        this.folder = folder;
        this.beans = beans;
        this.catalogChanged = catalogChanged;
        this.listensChanged = listensChanged;
    }

    /** Empties the service of the calling test. */
    public static void now() {
        CDI.current().select(EmptyService.class).get().empty();
    }

    private void empty() {
        database.writeNow(EmptyService::deleteRows);
        deleteModels();
        catalogChanged.fire(new CatalogChanged());
        listensChanged.fire(new ListensChanged(""));
        StartupEvent start = new StartupEvent();
        for (ObserverMethod<? super StartupEvent> observer : beans.resolveObserverMethods(start)) {
            if (SERVING.contains(observer.getBeanClass().getPackageName())) {
                observer.notify(start);
            }
        }
    }

    // Tables of words keep theirs in tables of their own.
    private static boolean deleteRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA defer_foreign_keys = ON");
            for (String table : tables(statement)) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        }
        return true;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
                        + " AND name NOT LIKE 'sqlite%' AND name NOT IN ('flyway_schema_history', 'source', 'signing_key')")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private void deleteModels() {
        Path models = folder.root().resolve("models");
        try (Stream<Path> inside = Files.list(models)) {
            for (Path entry : inside.toList()) {
                if (Files.isDirectory(entry)) {
                    DataFolder.delete(entry);
                } else {
                    Files.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
