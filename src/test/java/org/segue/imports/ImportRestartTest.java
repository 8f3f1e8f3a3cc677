package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.segue.imports.formats.Fixtures;
import org.segue.jobs.JobStatus;
import org.segue.storage.Statements;
import org.segue.testsupport.Eventually;

/** Imports that Segue was stopped in, or whose end the disk had no room for, on a real database. */
@Timeout(120)
class ImportRestartTest extends WithRunningImports {

    private static final ImportOptions AUTO = ImportOptions.auto();

    @Test
    void start_afterAStopInTheMiddle_failsThatImportAndPurgesIt() throws Exception {
        imports.run("kept", "user,song,plays\nkept,x,3\n");
        int id = imports.accept(AUTO, bytes(manyRows(200_000)));
        Eventually.until(() -> imports.rows("user") >= 2);
        restart();
        ImportJob job = imports.await(id);

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.error()).contains("Segue stopped").contains("Import the files again");
        assertThat(imports.plays()).isEqualTo(Map.of("kept", Map.of("x", 3.0)));
        assertThat(imports.catalog.userIds().values()).containsExactly("kept");
        assertThat(folder.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void start_queuedImport_goesOn() throws Exception {
        imports.close();
        int id;
        try (RunningImports stopped = RunningImports.open(folder)) {
            id = stopped.repository.create(AUTO, List.of()).id();
            Path file = Files.write(folder.resolve("arrived"), bytes(Fixtures.CSV));
            stopped.uploads.keep(id, List.of(new Upload(file, "my.csv")));
        }
        imports = RunningImports.start(folder);

        assertThat(imports.await(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(imports.plays()).containsKey("anna");
    }

    @Test
    void start_queuedImportWhoseFilesHadNotArrived_fails() throws Exception {
        imports.close();
        int id;
        try (RunningImports stopped = RunningImports.open(folder)) {
            id = stopped.repository.create(AUTO, List.of()).id();
            Files.createDirectories(folder.resolve("uploads/arriving-" + id));
            Files.writeString(folder.resolve("uploads/arriving-" + id + "/0.data"), Fixtures.CSV);
            Files.writeString(folder.resolve("uploads/body-123.data"), "half a bo");
            Files.createDirectories(folder.resolve("scratch"));
            Files.writeString(folder.resolve("scratch/import-99.db"), "left over");
        }
        imports = RunningImports.start(folder);

        assertThat(imports.await(id))
                .returns(JobStatus.FAILED, ImportJob::status)
                .returns("Segue stopped before the upload finished. Import the files again.", ImportJob::error);
        assertThat(folder.resolve("uploads")).isEmptyDirectory();
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void start_purgeWasBrokenOff_isDoneAgain() throws Exception {
        ImportJob job = imports.run(AUTO, bytes(Fixtures.CSV));
        imports.close();
        try (RunningImports stopped = RunningImports.open(folder)) {
            stopped.repository.undo(job.id());
            stopped.database.writeNow(connection -> Statements.update(connection, "DELETE FROM play_count"));
        }
        imports = RunningImports.start(folder);
        imports.await(job.id());

        assertNothingIsLeft();
    }

    @Test
    void end_thatCannotBeWritten_isToldAtOnce_andWrittenOnceThereIsRoom() throws IOException {
        int big = imports.accept(AUTO, bytes(manyRows()));
        int next = imports.accept(AUTO, bytes("user,song\na,x\n"));
        Eventually.until(() -> imports.repository.byId(big).orElseThrow().status() == JobStatus.RUNNING);
        fillDisk();

        Eventually.until(() -> imports.service.byId(big).orElseThrow().status().isFinal());
        assertThat(imports.service.byId(big).orElseThrow())
                .returns(JobStatus.FAILED, ImportJob::status)
                .satisfies(job -> assertThat(job.error()).contains("The database could not be read or written"));
        assertThat(imports.repository.byId(big).orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(imports.service.underWay()).extracting(ImportJob::id).containsExactly(next);

        makeRoom();
        assertThat(imports.await(next).status()).isEqualTo(JobStatus.COMPLETED);
        Eventually.until(() -> imports.repository.byId(big).orElseThrow().status() == JobStatus.FAILED);
        imports.await(big);
        assertThat(imports.plays()).isEqualTo(Map.of("a", Map.of("x", 1.0)));
        assertThat(imports.rows("play_count")).isEqualTo(1);
    }

    @Test
    void completion_thatCannotBeWritten_isAFailure_andNothingIsKept() throws IOException {
        imports.database.writeNow(connection -> Statements.update(
                connection,
                "CREATE TRIGGER full BEFORE UPDATE ON import WHEN new.status = 'completed'"
                        + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"));
        ImportJob job = imports.run(AUTO, bytes(Fixtures.CSV));

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.error()).contains("could not be saved").contains("the disk is full");
        Eventually.until(() -> imports.repository.byId(job.id()).orElseThrow().status() == JobStatus.FAILED);
        imports.await(job.id());
        assertNothingIsLeft();
    }

    @Test
    void start_endThatWasNeverWritten_isAFailure() throws Exception {
        int big = imports.accept(AUTO, bytes(manyRows()));
        Eventually.until(() -> imports.repository.byId(big).orElseThrow().status() == JobStatus.RUNNING);
        fillDisk();
        Eventually.until(() -> imports.service.byId(big).orElseThrow().status().isFinal());
        imports.close();
        imports = RunningImports.open(folder);
        makeRoom();
        assertThat(imports.repository.byId(big).orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
        restart();

        assertThat(imports.await(big).status()).isEqualTo(JobStatus.FAILED);
        assertNothingIsLeft();
    }

    private static String manyRows() {
        return IntStream.range(0, 300_000)
                .mapToObj(row -> "u%d,s%d".formatted(row % 1000, row % 70_000))
                .collect(Collectors.joining("\n", "user,song\n", "\n"));
    }

    private void fillDisk() {
        for (String write : List.of("UPDATE ON import", "INSERT ON user", "INSERT ON play_count")) {
            imports.database.writeNow(connection -> Statements.update(
                    connection,
                    "CREATE TRIGGER %s BEFORE %s BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
                            .formatted(write.replace(" ON ", "_full_"), write)));
        }
    }

    private void makeRoom() {
        for (String trigger : List.of("UPDATE_full_import", "INSERT_full_user", "INSERT_full_play_count")) {
            imports.database.writeNow(connection -> Statements.update(connection, "DROP TRIGGER " + trigger));
        }
    }

    private void restart() throws Exception {
        imports.close();
        imports = RunningImports.start(folder);
    }
}
