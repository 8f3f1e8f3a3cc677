package org.segue.imports.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.segue.imports.ImportProgress;
import org.segue.storage.Statements;
import org.segue.storage.Statements.RowMapper;

/** Hands on rows of the scratch database of one import, a portion at a time. For one thread. */
final class StagedPortionsRepository {

    private static final int PORTION = 5000;

    private final Connection connection;
    private final ImportProgress progress;

    StagedPortionsRepository(Connection connection, ImportProgress progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /** Hands on what a query finds; the last portion may be empty. */
    <T> void each(String sql, RowMapper<T> mapping, Consumer<List<T>> consumer) {
        List<T> portion = new ArrayList<>();
        try {
            Statements.queryEach(connection, sql, row -> {
                portion.add(mapping.map(row));
                if (portion.size() == PORTION) {
                    progress.endIfCancelled();
                    consumer.accept(portion);
                    portion.clear();
                }
            });
        } catch (SQLException e) {
            throw StagingRepository.failed(e);
        }
        consumer.accept(portion);
    }
}
