package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.segue.catalog.User;
import org.segue.imports.ImportOptions.Background;
import org.segue.imports.staging.UserSampler;
import org.segue.interactions.Interactions;
import org.segue.jobs.JobStatus;
import org.segue.listens.Measure;

/** Public dumps: users who are trained on and never listed. */
class BackgroundImportTest extends WithRunningImports {

    private static ImportOptions dump(@Nullable Integer maxUsers, long seed) {
        return new ImportOptions(ImportOptions.AUTO, "dump", null, null, new Background(maxUsers, seed));
    }

    /** Rows of fifty users with three songs each, some of them a user's alone, in an order by chance. */
    private static byte[] fifty(long seed) {
        List<String> rows = new ArrayList<>();
        for (int user = 0; user < 50; user++) {
            rows.add("u%d,s%d".formatted(user, user));
            rows.add("u%d,s%d".formatted(user, 100 + user % 5));
            rows.add("u%d,s%d".formatted(user, 200));
        }
        Collections.shuffle(rows, new Random(seed));
        return bytes("user,song\n" + String.join("\n", rows) + "\n");
    }

    private Set<Integer> rowLengths() {
        var matrix = Interactions.of(imports.database).matrix(Measure.PLAYS);
        Set<Integer> lengths = new TreeSet<>();
        for (int user = 0; user < matrix.users(); user++) {
            lengths.add(matrix.rowLength(user));
        }
        return lengths;
    }

    private Set<String> aliases() {
        return imports.database.read(connection -> {
            Set<String> names = new TreeSet<>();
            try (var select = connection.prepareStatement("SELECT name FROM user");
                    var row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        });
    }

    @Test
    void accept_population_isTrainedOnAndNotListed() throws IOException {
        ImportJob job = imports.run(dump(null, 0), bytes("user,song\nzoe,x\nzara,x\n"));
        imports.run("table", "user,song\nanna,x\n");

        assertThat(job.population()).isTrue();
        assertThat(imports.catalog.users().search("", 0, 10))
                .extracting(User::publicId)
                .containsExactly("anna");
        assertThat(imports.catalog.users().search("zo", 0, 10)).isEmpty();
        assertThat(imports.catalog.users().examples(5))
                .extracting(User::publicId)
                .containsExactly("anna");
        assertThat(imports.catalog.users().count("")).isEqualTo(1);
        assertThat(imports.catalog.users().count("z")).isZero();
        assertThat(imports.catalog.users().countBackground()).isEqualTo(2);
        assertThat(Interactions.of(imports.database).matrix(Measure.PLAYS).users())
                .isEqualTo(3);
        assertThat(aliases()).contains("anna").doesNotContain("zoe", "zara");
        assertThat(imports.catalog.users().byPublicId("dump:zoe")).isEmpty();

        imports.undo(job.id());
        assertThat(imports.catalog.users().countBackground()).isZero();
        assertThat(imports.rows("user")).isEqualTo(1);
    }

    @Test
    void accept_maxUsers_takesUsersWhole_theSameForTheSameSeedInAnyOrder() throws IOException {
        ImportJob job = imports.run(dump(7, 3), fifty(1));
        Set<String> chosen = aliases();
        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(chosen).hasSize(7);
        assertThat(rowLengths()).containsExactly(3);
        assertThat(imports.rows("song")).isLessThanOrEqualTo(7 + 5 + 1);
        assertThat(job.counts().rowsRead()).isEqualTo(150);
        assertThat(job.counts().skipped().get(UserSampler.NOT_CHOSEN)).isPositive();
        imports.undo(job.id());
        assertThat(imports.rows("user")).isZero();

        imports.undo(imports.run(dump(7, 4), fifty(1)).id());
        imports.run(dump(7, 3), fifty(2));
        assertThat(aliases()).isEqualTo(chosen);
    }

    @Test
    void accept_seeds_chooseOthers() throws IOException {
        Set<String> first = chosen(1);
        Set<String> second = chosen(2);

        assertThat(first).isNotEqualTo(second);
    }

    private Set<String> chosen(long seed) throws IOException {
        ImportJob job = imports.run(dump(10, seed), fifty(1));
        Set<String> chosen = aliases();
        imports.undo(job.id());
        return chosen;
    }

    @Test
    void accept_moreThanThereAre_takesAll() throws IOException {
        ImportJob job = imports.run(dump(1000, 3), fifty(1));

        assertThat(aliases()).hasSize(50);
        assertThat(job.counts().skipped()).isEmpty();
    }

    @Test
    void accept_inADumpAndInTheHousehold_isHousehold_aslongAsThatImportCounts() throws IOException {
        imports.run(dump(null, 0), bytes("user,song\nanna,x\nzara,x\n"));
        ImportJob own = imports.run("dump", "user,song\nanna,y\n");
        assertThat(imports.catalog.users().search("ann", 0, 10)).hasSize(1);
        assertThat(imports.catalog.users().countBackground()).isEqualTo(1);

        imports.undo(own.id());
        assertThat(imports.catalog.users().search("ann", 0, 10)).isEmpty();
        assertThat(imports.catalog.users().countBackground()).isEqualTo(2);
    }

    @Test
    void accept_dumpAfterTheHousehold_leavesItHousehold() throws IOException {
        imports.run("dump", "user,song\nanna,y\n");
        ImportJob dump = imports.run(dump(null, 0), bytes("user,song\nanna,x\nzara,x\n"));
        assertThat(imports.catalog.users().search("", 0, 10))
                .extracting(User::publicId)
                .containsExactly("anna");

        imports.undo(dump.id());
        assertThat(imports.catalog.users().search("", 0, 10))
                .extracting(User::publicId)
                .containsExactly("anna");
        assertThat(imports.rows("user")).isEqualTo(1);
        assertThat(imports.catalog.users().countBackground()).isZero();
    }
}
