package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;
import static org.segue.imports.formats.Fixtures.forUser;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.segue.imports.formats.HistoryFixtures;
import org.segue.jobs.JobStatus;
import org.segue.storage.Statements;

/** Lists of songs from the file to what is in force, and back. */
class ImportedListsTest extends WithRunningImports {

    private static final ImportOptions ANNA = forUser("anna");
    private static final String ID = HistoryFixtures.LIST_ID;

    @Test
    void accept_list_isInForceInItsOrder_andUndoTakesItBackWithItsSongs() throws IOException {
        ImportJob job = imports.run(ANNA, bytes(HistoryFixtures.LIST));

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(lists()).isEqualTo(Map.of(ID, "anna: For the ferry: Rope, Harbour Lights, Slack Water"));
        imports.undo(job.id());
        for (String table : List.of("user", "song", "song_alias", "imported_playlist")) {
            assertThat(imports.rows(table)).as(table).isZero();
        }
    }

    @Test
    void accept_sameListTwice_isOne_andStaysIfOneImportIsUndone() throws IOException {
        ImportJob first = imports.run(ANNA, bytes(HistoryFixtures.LIST));
        ImportJob second = imports.run(ANNA, bytes(HistoryFixtures.LIST.replace("For the ferry", "For the train")));
        assertThat(lists())
                .as("the latest counts")
                .containsOnlyKeys(ID)
                .hasEntrySatisfying(ID, list -> assertThat(list).contains("For the train"));

        imports.undo(second.id());
        assertThat(lists()).hasEntrySatisfying(ID, list -> assertThat(list).contains("For the ferry"));
        imports.undo(first.id());
        assertThat(lists()).isEmpty();
    }

    @Test
    void accept_listOfAnothersId_leavesTheOthers_andIsOneHoweverOften() throws IOException {
        imports.run(ANNA, bytes(HistoryFixtures.LIST));
        imports.run(forUser("ben"), bytes(HistoryFixtures.LIST));
        imports.run(forUser("ben"), bytes(HistoryFixtures.LIST));

        assertThat(lists())
                .hasSize(2)
                .hasEntrySatisfying(ID, list -> assertThat(list).startsWith("anna: "));
        assertThat(lists().values()).anyMatch(list -> list.startsWith("ben: "));
    }

    @Test
    void undo_ofTheListens_leavesTheSongsThatAListNames() throws IOException {
        ImportJob listens = imports.run(ANNA, bytes(HistoryFixtures.LISTENBRAINZ));
        imports.run(ANNA, bytes(HistoryFixtures.LIST));
        imports.undo(listens.id());

        assertThat(lists()).isEqualTo(Map.of(ID, "anna: For the ferry: Rope, Harbour Lights, Slack Water"));
    }

    @Test
    void accept_moreListsThanOneMayKeep_tellsOfTheRest() throws IOException {
        Object[] lists = new Object[800];
        for (int i = 0; i < lists.length; i += 2) {
            lists[i] = "playlists/%d.jspf".formatted(i);
            lists[i + 1] = HistoryFixtures.LIST.replace("2a3b4c5d6e7f", "%012d".formatted(i));
        }
        ImportJob job = imports.run(
                ANNA,
                HistoryFixtures.zip(lists),
                HistoryFixtures.zip(renumbered(lists, 1)),
                HistoryFixtures.zip(renumbered(lists, 2)));

        assertThat(job.counts().skipped()).isEqualTo(Map.of(ImportedListRepository.TOO_MANY, 200L));
        assertThat(lists()).hasSize(ImportedListRepository.MAX_LISTS);
    }

    private static Object[] renumbered(Object[] lists, int digit) {
        Object[] others = lists.clone();
        for (int i = 1; i < others.length; i += 2) {
            others[i] = String.valueOf(others[i]).replace("5d1f0a3c", "5d1f0a3" + digit);
        }
        return others;
    }

    private Map<String, String> lists() {
        return imports.database.read(connection -> {
            Map<String, String> lists = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT p.id, u.public_id || ': ' || p.name || ': ' || (SELECT group_concat(s.title, ', ' ORDER BY j.key)"
                                    + " FROM json_each('[' || p.songs || ']') j JOIN song s ON s.id = j.value)"
                                    + " FROM playlist_in_force p JOIN user u ON u.id = p.user_id");
                    ResultSet row = Statements.bind(select).executeQuery()) {
                while (row.next()) {
                    lists.put(row.getString(1), row.getString(2));
                }
            }
            return lists;
        });
    }
}
