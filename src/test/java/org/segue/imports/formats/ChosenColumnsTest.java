package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segue.imports.ColumnChoice;
import org.segue.imports.ColumnMeaning;
import org.segue.imports.ColumnMemory;
import org.segue.imports.ColumnsException;
import org.segue.imports.ReadTable;
import org.segue.imports.ReadTable.Choice;
import org.segue.imports.ReadTable.ReadColumn;
import org.segue.imports.formats.RecordedRows.Row;
import org.segue.listens.Measure;

class ChosenColumnsTest {

    private static final String FOREIGN = """
            Wer;Was;Wann;Wie oft
            Bark;Tide;2024-05-31 20:15:00;2
            Moss;Fern;2024-05-31 20:20:00;1
            """;

    @TempDir
    Path folder;

    @Test
    void table_ofUnknownColumns_isReadAsIsSaid() throws IOException {
        RecordedRows read = read(FOREIGN, "artist:Wer", "title:Was", "time:Wann", "plays:Wie oft");

        assertThat(read.bad).isEmpty();
        assertThat(read.listens)
                .extracting(
                        listen -> listen.song().artist() + " " + listen.song().title())
                .containsExactly("Bark Tide", "Bark Tide", "Moss Fern");
    }

    @Test
    void columns_byNumber_areThose_andANameComesFirst() throws IOException {
        assertThat(read(FOREIGN, "artist:#1", "title:#2", "time:#3", "ignore:#4").listens)
                .hasSize(2);
        assertThat(read("Wann;#2;#1\n1700000000;Tide;Bark\n", "artist:#1", "title:#2", "time:Wann").listens)
                .extracting(listen -> listen.song().artist())
                .containsExactly("Bark");
    }

    @Test
    void columnsThatAreGuessedWrong_areCorrected_theOthersGoByTheirNames() throws IOException {
        String table = "artist,title,performer,date\nLabel,Tide,Bark,2024-05-31\n";

        assertThat(read(table).listens)
                .extracting(listen -> listen.song().artist())
                .containsExactly("Label");
        assertThat(read(table, "artist:performer").listens)
                .extracting(listen -> listen.song().artist())
                .containsExactly("Bark");
        assertThat(read(table, "artist:performer").notes).anyMatch(note -> note.contains("“artist”"));
    }

    @Test
    void counts_mayBeRatings_andRatingsCounts() throws IOException {
        String table = "song,user,plays\ns1,anna,4\n";

        assertThat(read(table, "rating:plays").measure).isEqualTo(Measure.RATINGS);
        assertThat(read(table.replace("plays", "stars")).measure).isEqualTo(Measure.RATINGS);
        RecordedRows counted = read(table.replace("plays", "stars"), "plays:stars");
        assertThat(counted.measure).isEqualTo(Measure.PLAYS);
        assertThat(counted.rows).containsExactly(new Row("anna", "s1", 4, null));
    }

    @Test
    void ends_withTheTimePlayed_areStartsEarlier() throws IOException {
        String table = "a,b,c,d\nBark,Tide,1700000100,60\n";

        assertThat(read(table, "artist:a", "title:b", "ended:c", "playedSeconds:d").listens)
                .extracting(listen -> listen.listenedAt())
                .containsExactly(1700000040L);
        assertThat(read(table.replace("1700000100,60", "2023-11-14,22:13"), "artist:a", "title:b", "time:c", "clock:d")
                        .listens)
                .extracting(listen -> listen.listenedAt())
                .containsExactly(1699999980L);
    }

    @Test
    void choices_thatMakeNoSense_areRefusedByTheirNames() {
        assertThatThrownBy(() -> ColumnChoice.read(List.of("artist:Wer", "artist:Was")))
                .isInstanceOf(ColumnsException.class)
                .hasMessageContainingAll("“Wer”", "“Was”", "artist");
        assertThatThrownBy(() -> ColumnChoice.read(List.of("plays:Wer", "rating:Was")))
                .hasMessageContainingAll("“Wer”", "“Was”");
        assertThatThrownBy(() -> ColumnChoice.read(List.of("artist:Wer", "title:Wer")))
                .hasMessageContaining("“Wer” is used twice");
        assertThatThrownBy(() -> ColumnChoice.read(List.of("singer:Wer"))).hasMessageContaining("“singer:Wer”");
        assertThatThrownBy(() -> ColumnChoice.read(List.of("artist"))).hasMessageContaining("“artist”");
        assertThatThrownBy(() -> ColumnChoice.read(List.of("artist: "))).isInstanceOf(ColumnsException.class);
        assertThatThrownBy(() -> ColumnChoice.read(IntStream.range(0, ColumnChoice.MAX_COLUMNS + 1)
                        .mapToObj(i -> "ignore:#" + (i + 1))
                        .toList()))
                .hasMessageContaining("at most");
        assertThatThrownBy(() -> read(FOREIGN, "artist:Wer", "title:#1")).hasMessageContaining("“Wer”, is used twice");
        assertThat(ColumnChoice.read(List.of("ignore:a", "ignore:b", ""))).hasSize(2);
    }

    @Test
    void columnsThatATableDoesNotHave_areNotAppliedToIt() throws IOException {
        String table = "artist,title,date\nBark,Tide,2024-05-31\n";

        ReadTable read = table(table, ColumnMemory.NONE, "artist:Interpret");

        assertThat(read.choice()).isEqualTo(Choice.NAMES);
        assertThat(read.columns()).extracting(ReadColumn::meaning).contains(ColumnMeaning.ARTIST);
    }

    static List<String> tables() {
        return List.of(
                Fixtures.CSV,
                Fixtures.TSV,
                Fixtures.LISTENS,
                Fixtures.SPREADSHEET,
                Fixtures.QUOTED_TSV,
                Fixtures.SPELLINGS,
                "artist,title,date,time\nBark,Tide,2024-05-31,20:15\n",
                "artist,title,endTime,msPlayed\nBark,Tide,2024-05-31 20:15,60000\n",
                "user,artist,plays\nanna,Bark,7\n",
                "albumartist,name,last played\nBark,Tide,2024-05-31\n",
                "track uri,user,stars\nspotify:track:1,anna,4\n");
    }

    // What the page shows is what it sends: sent back as it is, nothing changes.
    @ParameterizedTest
    @MethodSource("tables")
    void everyColumn_saidAsItIsRead_isReadTheSame(String text) throws IOException {
        ReadTable guessed = table(text, ColumnMemory.NONE);
        String[] said = IntStream.range(0, guessed.columns().size())
                .mapToObj(place -> new ColumnChoice(guessed.columns().get(place).meaning(), guessed.reference(place)))
                .map(ColumnChoice::written)
                .toArray(String[]::new);

        RecordedRows asSaid = read(text, said);
        RecordedRows byName = read(text);

        assertThat(table(text, ColumnMemory.NONE, said).isAsNamed()).isTrue();
        assertThat(asSaid.rows).isEqualTo(byName.rows);
        assertThat(asSaid.listens).isEqualTo(byName.listens);
        assertThat(asSaid.measure).isEqualTo(byName.measure);
        assertThat(asSaid.badLines()).isEqualTo(byName.badLines());
    }

    @Test
    void remembered_areUsed_whereTheRequestSaysNothing() throws IOException {
        List<ColumnChoice> former = ColumnChoice.read(List.of("title:#1", "artist:#2"));

        ReadTable read = table(FOREIGN, header -> header.size() == 4 ? former : List.of());
        ReadTable other = table(FOREIGN, header -> former, "artist:Wer", "title:Was");

        assertThat(read.choice()).isEqualTo(Choice.REMEMBERED);
        assertThat(read.columns().get(0).meaning()).isEqualTo(ColumnMeaning.TITLE);
        assertThat(other.choice()).isEqualTo(Choice.SAID);
        assertThat(other.columns().get(0).meaning()).isEqualTo(ColumnMeaning.ARTIST);
    }

    @Test
    void textThatLooksLikeATable_isOne_andProseIsNone() throws IOException {
        ReadTable likely = Formats.likelyTable(file(FOREIGN)).orElseThrow();

        assertThat(likely.header()).containsExactly("Wer", "Was", "Wann", "Wie oft");
        assertThat(likely.columns().get(1).examples()).containsExactly("Tide", "Fern");
        assertThat(Formats.likelyTable(file("Dear all,\nsee you\n"))).isEmpty();
        assertThat(Formats.likelyTable(file("{\"a\": 1,\n\"b\": 2}\n"))).isEmpty();
        assertThat(Formats.likelyTable(file("only,a,header"))).isEmpty();
    }

    @Test
    void tenThousandColumns_areReadAndNamedInFew() throws IOException {
        String header = IntStream.range(0, 10_000)
                .mapToObj(i -> "c")
                .collect(Collectors.joining(",", "artist,title,date,", ""));
        String row = "Bark,Tide,2024-05-31" + ",".repeat(10_000);

        RecordedRows read = read(header + "\n" + row + "\n");

        assertThat(read.listens).hasSize(1);
        assertThat(read.notes.get(0)).contains("9980 more").hasSizeLessThan(2000);
    }

    private RecordedRows read(String text, String... columns) throws IOException {
        HistoryFile file = file(text, ColumnMemory.NONE, columns);
        RecordedRows rows = new RecordedRows();
        Formats.of(file, Fixtures.forUser("me")).read(file, Fixtures.forUser("me"), rows);
        return rows;
    }

    private ReadTable table(String text, ColumnMemory memory, String... columns) throws IOException {
        HistoryFile file = file(text, memory, columns);
        return Formats.of(file, Fixtures.forUser("me")).table(file).orElseThrow();
    }

    private HistoryFile file(String text, String... columns) throws IOException {
        return file(text, ColumnMemory.NONE, columns);
    }

    private HistoryFile file(String text, ColumnMemory memory, String... columns) throws IOException {
        HistoryFile file = HistoryFile.of(Files.write(folder.resolve("table"), bytes(text)), "table.csv");
        file.choose(new ChosenColumns(ColumnChoice.read(Arrays.asList(columns)), memory));
        return file;
    }
}
