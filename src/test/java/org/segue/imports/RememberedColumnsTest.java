package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.imports.ColumnChoiceRepository.Remembered;
import org.segue.imports.ImportOptions.Corrections;
import org.segue.jobs.JobStatus;

/** What a request says of columns and listeners is done, and what it says of columns is remembered. */
class RememberedColumnsTest extends WithRunningImports {

    private static final String FOREIGN = "Wer,Was,Wann\nBark,Tide,2024-05-31 20:15:00\n";
    private static final String SEVERAL =
            "user,artist,title,date\nanna_lb,Bark,Tide,2024-05-31\nben_lb,Moss,Fern,2024-05-31\n";

    private PreviewService previews;

    @BeforeEach
    void open() {
        previews = new PreviewService(imports.uploads, imports.listeners, imports.columns);
    }

    @AfterEach
    void close() throws InterruptedException {
        previews.stop();
    }

    @Test
    void choice_ofAnImportThatIsDone_isRemembered_untilItIsForgotten() throws IOException {
        assertThat(imports.run(anna(), bytes(FOREIGN)).status()).isEqualTo(JobStatus.FAILED);

        ImportJob first = imports.run(anna("artist:Wer", "title:Was", "time:Wann"), bytes(FOREIGN));
        ImportJob second = imports.run(anna(), bytes(FOREIGN.replace("Tide", "Fern")));

        assertThat(first.counts().listensAdded()).isEqualTo(1);
        assertThat(second.counts().listensAdded()).isEqualTo(1);
        assertThat(second.counts().notes()).anyMatch(note -> note.text().contains("read as last time"));
        Remembered remembered = imports.columns.all().get(0);
        assertThat(remembered.header()).containsExactly("Wer", "Was", "Wann");
        assertThat(imports.columns.forget(remembered.id())).isTrue();
        assertThat(imports.columns.forget(remembered.id())).isFalse();
        assertThat(imports.run(anna(), bytes(FOREIGN)).error()).contains("looks like a table", "“Wer”");
    }

    @Test
    void choice_thatTheNamesSayToo_isNotRemembered() throws IOException {
        String table = "artist,title,date\nBark,Tide,2024-05-31\n";
        imports.run(anna("title:artist", "artist:title"), bytes(table));
        assertThat(imports.columns.all()).hasSize(1);

        imports.run(anna("title:title", "artist:artist"), bytes(table));

        assertThat(imports.columns.all()).isEmpty();
    }

    @Test
    void choice_ofAnImportThatFails_isNotRemembered() throws IOException {
        ImportJob failed = imports.run(anna("artist:Wer", "title:Was", "plays:Wann"), bytes(FOREIGN));

        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(imports.columns.all()).isEmpty();
        ImportJob missing = imports.run(anna("artist:Interpret"), bytes("artist,title,date\nBark,Tide,2024-05-31\n"));
        assertThat(missing.error()).contains("No table in these files", "“Interpret”");
    }

    @Test
    void remembered_areFewAndShort_theOldestMakesRoom() {
        for (int i = 0; i <= ColumnChoiceRepository.MAX_HEADERS; i++) {
            imports.columns.remember(table(List.of("Wer " + i, "Was")));
        }
        imports.columns.remember(table(List.of("x".repeat(30_000), "Was")));
        imports.columns.remember(
                table(IntStream.range(0, 10_000).mapToObj(i -> "c" + i).toList()));

        assertThat(imports.columns.all()).hasSize(ColumnChoiceRepository.MAX_HEADERS);
        assertThat(imports.columns.of(List.of("Wer 0", "Was"))).isEmpty();
        assertThat(imports.columns.of(List.of("Wer 1", "Was")))
                .extracting(ColumnChoice::written)
                .containsExactly("title:#1", "title:#2");
    }

    @Test
    void listenersOfFiles_areJoinedWithThoseOfTheHouse() throws IOException {
        imports.run(anna(), bytes("artist,title,date\nOwn,Song,2024-05-30\n"));
        Corrections joined = new Corrections(List.of(), Map.of("anna_lb", "anna"));

        ImportJob job = imports.run(ImportOptions.auto().withCorrections(joined), bytes(SEVERAL));

        assertThat(imports.plays().keySet()).containsExactlyInAnyOrder("anna", "ben_lb");
        assertThat(imports.plays().get("anna")).hasSize(2);
        assertThat(job.brought().listeners())
                .extracting(ImportJob.Listener::name)
                .containsExactlyInAnyOrder("anna", "ben_lb");
    }

    @Test
    void import_saysWhoseItIs_alsoAfterTheyAreForgottenOrItIsUndone() throws IOException {
        String many = "user,song\n"
                + IntStream.range(0, 30)
                        .mapToObj(i -> "u%d,s%d\n".formatted(i, i))
                        .collect(Collectors.joining());
        ImportJob job = imports.run("other", many);

        assertThat(job.brought().listenersTotal()).isEqualTo(30);
        assertThat(job.brought().listeners()).hasSize(ImportJob.MAX_LISTENERS);
        assertThat(imports.undo(job.id()).brought().listenersTotal()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void preview_tellsTablesAndListeners_andReadsTheSameFilesAgain() throws IOException {
        ImportPreview first = previews.preview(files(SEVERAL), ImportOptions.auto());

        assertThat(first.whose().named()).extracting(one -> one.named()).containsExactly("anna_lb", "ben_lb");
        assertThat(first.tables().get(0).columns())
                .extracting(column -> column.column() + "=" + column.meaning())
                .containsExactly("user=listener", "artist=artist", "title=title", "date=time");
        ImportOptions other = ImportOptions.auto()
                .withCorrections(new Corrections(List.of("title:artist", "artist:title"), Map.of()));
        ImportPreview again = previews.look(first.kept().upload(), other).orElseThrow();
        assertThat(again.first().get(0).artist()).isEqualTo("Tide");
        assertThat(again.kept()).isEqualTo(first.kept());
        assertThat(again.tables().get(0).chosen()).isEqualTo("said");
        assertThat(previews.look("00000000-0000-0000-0000-000000000000", other)).isEmpty();
        assertThat(previews.look("../" + first.kept().upload(), other)).isEmpty();
    }

    @Test
    void preview_ofUnknownColumns_forgetsTheFiles_keptOnesStay() throws IOException {
        assertThatThrownBy(() -> previews.preview(files(FOREIGN), anna()))
                .isInstanceOf(UnknownColumnsException.class)
                .hasMessageContainingAll("“Wer”", "“Was”", "“Wann”");
        try (var left = Files.list(folder.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }

        String upload = previews.keep(files(FOREIGN));
        assertThatThrownBy(() -> previews.look(upload, anna())).isInstanceOf(UnknownColumnsException.class);
        assertThat(previews.look(upload, anna("artist:Wer", "title:Was", "time:Wann"))
                        .orElseThrow()
                        .content()
                        .counts()
                        .listens())
                .isEqualTo(1);
        assertThat(imports.service.acceptKept(upload, anna("artist:Wer", "title:Was", "time:Wann")))
                .isPresent();
        assertThat(previews.look(upload, anna())).isEmpty();
    }

    private List<Upload> files(String text) throws IOException {
        Path path = Files.writeString(Files.createTempFile(folder, "preview-", ""), text);
        return List.of(new Upload(path, "history.csv"));
    }

    private static ImportOptions anna(String... columns) {
        return new ImportOptions(ImportOptions.AUTO, null, "anna", null)
                .withCorrections(new Corrections(List.of(columns), Map.of()));
    }

    private static ReadTable table(List<String> header) {
        return new ReadTable(
                "a.csv",
                header.stream()
                        .map(name ->
                                new ReadTable.ReadColumn(name, ColumnMeaning.TITLE, ColumnMeaning.IGNORE, List.of()))
                        .toList(),
                ReadTable.Choice.SAID);
    }
}
