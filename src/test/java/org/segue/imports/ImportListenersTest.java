package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.User;
import org.segue.imports.ImportOptions.Background;
import org.segue.imports.ImportPreview.SameListener;
import org.segue.jobs.JobStatus;

/** Whose listens come in: the listener's whom the request names, or whom files name. */
@Timeout(60)
class ImportListenersTest extends WithRunningImports {

    private static final String NOBODYS = "artist,title,timestamp\nSigur Rós,Hoppípolla,2024-03-01 18:00:00\n";
    private static final String ANNAS =
            "user,artist,title,plays\nanna,Sigur Rós,Hoppípolla,3\nanna,Sigur Rós,Olsen,2\n";
    private static final String SEVERAL = ANNAS + "ben,Sigur Rós,Olsen,1\n";

    @ParameterizedTest
    @ValueSource(strings = {"Jane Doe", "José Pérez", "anna"})
    void accept_tableOfNobody_isTheListenersOfTheRequest_onceForAll(String name) throws IOException {
        imports.run(of(name), bytes(NOBODYS));
        imports.run(of(name), bytes("artist,title,plays\nAmiina,Rugla,4\n"));

        assertThat(imports.rows("user")).isEqualTo(1);
        assertThat(imports.catalog.house().find(name)).get().returns(name, User::name);
        assertThat(imports.rows("listen")).isEqualTo(1);
        assertThat(imports.rows("play_count")).isEqualTo(1);
    }

    @Test
    void accept_user_isNobodyWhomOnlyASourceBrought() throws IOException {
        imports.run("spotify", "user,song,plays\nanna,s1,3\n");

        imports.run(of("anna"), bytes("song,plays\ns1,5\n"));

        assertThat(imports.plays().get("anna")).containsValue(3.0);
        assertThat(imports.plays().get("segue:anna")).containsValue(5.0);
    }

    @Test
    void accept_userBesideOneOfTheFiles_wins_andTheJobSaysSo() throws IOException {
        ImportJob job = imports.run(of("Jane Doe"), bytes(ANNAS));

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.counts().notes()).containsExactly(ImportPhrase.NAMES_A_LISTENER.with());
        assertThat(imports.repository.byId(job.id()).orElseThrow().counts().notes())
                .as("and goes on saying so")
                .containsExactly(ImportPhrase.NAMES_A_LISTENER.with());
        assertThat(imports.catalog.users().search("", 0, 10))
                .extracting(User::name)
                .containsExactly("Jane Doe");
    }

    @Test
    void accept_withoutUser_hasNothingToSay() throws IOException {
        assertThat(imports.run(ImportOptions.auto(), bytes(ANNAS)).counts().notes())
                .isEmpty();
        assertThat(imports.run(of("anna"), bytes(ANNAS)).counts().notes()).isEmpty();
    }

    @Test
    void accept_userBesideSeveralOfTheFiles_isRefused() throws IOException {
        assertThatThrownBy(() -> imports.run(of("Jane Doe"), bytes(SEVERAL)))
                .isInstanceOf(ListenerException.class)
                .hasMessage("The files name several listeners, including “anna” and “ben”. Leave the listener empty.");
        assertThatThrownBy(() -> imports.run(of("Jane Doe"), bytes(ANNAS), bytes("user,song\nben,s1\n")))
                .isInstanceOf(ListenerException.class);
        assertThat(imports.rows("import")).isZero();
        assertThat(imports.rows("user")).isZero();
    }

    @Test
    void accept_publicDump_keepsItsUsers() throws IOException {
        ImportOptions dump = new ImportOptions(ImportOptions.AUTO, null, "Jane Doe", null, new Background(null, 0));

        assertThat(imports.run(dump, bytes(SEVERAL)).status()).isEqualTo(JobStatus.COMPLETED);

        assertThat(imports.catalog.users().countBackground()).isEqualTo(2);
    }

    @Test
    void accept_nameOfSeveral_isRefusedWithBothNamed() throws IOException {
        imports.run(of("Jane Doe"), bytes(NOBODYS));
        imports.database.writeNow(connection -> org.segue.storage.Statements.update(
                connection, "INSERT INTO user (public_id, name) VALUES ('j2', 'JANE DOE')"));

        assertThatThrownBy(() -> imports.run(of("jane doe"), bytes(NOBODYS)))
                .isInstanceOf(ListenerException.class)
                .hasMessageContainingAll("Jane Doe", "JANE DOE", "j2");
    }

    @Test
    void accept_tableOfSegue_findsThePersonByName() throws IOException {
        imports.run(of("Jane Doe"), bytes(NOBODYS));
        imports.run("spotify", "user,song\nJane Doe,s1\n");

        ImportJob job = imports.run(
                ImportOptions.auto(),
                bytes("user,song_id,title,artist,album,plays,segue\nJane Doe,s9,Nine,Amiina,,4,1\n"));

        assertThat(job.source()).isEqualTo("segue");
        assertThat(imports.rows("user")).isEqualTo(2);
        int jane = imports.catalog.house().find("Jane Doe").orElseThrow().id();
        assertThat(imports.rows("play_count WHERE user_id = %d AND value = 4".formatted(jane)))
                .isEqualTo(1);
    }

    @Test
    void preview_oneUserWhoIsCalledLikeAPerson_asksWhetherItIs() throws IOException {
        imports.run(of("Anna"), bytes(NOBODYS));
        String anna = imports.catalog.house().find("Anna").orElseThrow().publicId();

        SameListener asked = preview(ImportOptions.auto(), ANNAS).whose().listener();

        assertThat(asked).isEqualTo(new SameListener("anna", anna, "Anna"));
        assertThat(asked).extracting(SameListener::question).isEqualTo("Is this the listener Anna?");
        assertThat(preview(ImportOptions.auto(), SEVERAL).whose().listener()).isNull();
        assertThat(preview(ImportOptions.auto(), ANNAS.replace("anna", "carla"))
                        .whose()
                        .listener())
                .isNull();
        assertThat(preview(ImportOptions.auto(), NOBODYS).whose().needsUser()).isTrue();
    }

    @Test
    void preview_userBesideOneOfTheFiles_asksWhetherItIs() throws IOException {
        ImportPreview preview = preview(of("Jane Doe"), ANNAS);

        assertThat(preview.whose().listener()).isEqualTo(new SameListener("anna", "Jane Doe", "Jane Doe"));
        assertThat(preview.first()).extracting(row -> row.user()).containsOnly("Jane Doe");
        assertThat(preview.content().counts().users()).isEqualTo(1);
        assertThatThrownBy(() -> preview(of("Jane Doe"), SEVERAL)).isInstanceOf(ListenerException.class);
    }

    @Test
    void preview_userWhoIsThePersonAlready_isNotAskedFor() throws IOException {
        imports.run(of("Anna"), bytes(NOBODYS));
        imports.run(ImportOptions.auto(), bytes(ANNAS));
        Map<Integer, String> users = imports.catalog.userIds();
        assertThat(users).hasSize(2);

        imports.database.writeNow(connection -> org.segue.storage.Statements.update(
                connection,
                "UPDATE user_alias SET user_id = (SELECT user_id FROM user_alias WHERE external_id = 'Anna')"
                        + " WHERE external_id = 'anna'"));

        assertThat(preview(ImportOptions.auto(), ANNAS).whose().listener()).isNull();
    }

    private ImportPreview preview(ImportOptions options, String file) throws IOException {
        Path path = Files.writeString(Files.createTempFile(folder, "preview-", ""), file);
        PreviewService previews = new PreviewService(imports.uploads, imports.listeners, imports.columns);
        try {
            return previews.preview(List.of(new Upload(path, "history.csv")), options);
        } finally {
            stop(previews);
        }
    }

    private static void stop(PreviewService previews) {
        try {
            previews.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ImportOptions of(String user) {
        return new ImportOptions(ImportOptions.AUTO, null, user, null);
    }
}
