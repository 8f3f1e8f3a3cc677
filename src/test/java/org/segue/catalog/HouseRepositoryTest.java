package org.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.HouseRepository.LikelyDouble;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;

class HouseRepositoryTest {

    @TempDir
    Path folder;

    private Databases.Opened opened;
    private Database database;
    private Repositories catalog;
    private HouseRepository house;

    @BeforeEach
    void open() {
        opened = Databases.open(folder);
        database = opened.database();
        catalog = new Repositories(database);
        house = catalog.house();
        database.writeNow(connection -> Statements.update(
                connection,
                "INSERT INTO import (id, status, request, created_at, population) VALUES"
                        + " (1, 'completed', '{}', 0, 0), (2, 'completed', '{}', 0, 1)"));
    }

    @AfterEach
    void close() throws Exception {
        opened.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jane Doe", "José Pérez", "anna", "AC/DC", "!!!", "😀", "Straße"})
    void keep_nameThatWasGivenBefore_isTheSamePerson(String name) {
        User first = keep(name);

        assertThat(keep(name)).isEqualTo(first);
        assertThat(keep(first.publicId())).isEqualTo(first);
        assertThat(imported(name)).isEqualTo(first.id());
        assertThat(house.find(name)).contains(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jane\u00a0Doe", "Jane\u2009Doe", "Jane\u3000doe", "Jane  Doe"})
    void find_nameWithOtherSpaces_isTheSamePerson(String name) {
        User jane = keep("Jane Doe");

        assertThat(house.find(name)).contains(jane);
        assertThat(imported(name)).isEqualTo(jane.id());
        assertThat(house.find("JaneDoe")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jane Doe", "José Pérez"})
    void resolve_nameThatAnImportWasFor_isTheSamePerson(String name) {
        int first = imported(name);

        assertThat(imported(name)).isEqualTo(first);
        assertThat(keep(name).id()).isEqualTo(first);
    }

    @Test
    void keep_nameThatOnlyASourceHas_isSomebodyNew() {
        int ofSource = brought("spotify", 1, "anna");
        int ofBackground = brought("dump", 2, "bert");

        assertThat(house.find("anna")).isEmpty();
        User anna = keep("anna");
        User bert = keep("bert");

        assertThat(anna).isEqualTo(new User(anna.id(), "segue:anna", "anna"));
        assertThat(anna.id()).isNotEqualTo(ofSource);
        assertThat(bert.id()).isNotEqualTo(ofBackground);
        assertThat(imported("anna")).isEqualTo(anna.id());
    }

    @Test
    void find_publicIdComesBeforeAlias_beforeName_beforeCase() {
        User called = keep("Zoe Q");
        call(called, "zoe");
        User capitals = keep("ZOE Q");

        assertThat(capitals).as("by case alone").isEqualTo(called);
        assertThat(house.find("zoe")).as("alias").contains(called);
        database.writeNow(connection -> Statements.update(
                connection, "INSERT INTO user (public_id, name) VALUES ('zoe', 'Another'), ('z-3', 'Zoe q')"));
        assertThat(house.find("zoe")).get().returns("Another", User::name);
        assertThat(house.find("Zoe q")).get().returns("z-3", User::publicId);
        assertThat(house.find("Zoe Q")).contains(called);
    }

    @Test
    void find_severalByCase_isRefusedWithBothNamed() {
        database.writeNow(connection -> Statements.update(
                connection, "INSERT INTO user (public_id, name) VALUES ('j1', 'Jane Doe'), ('j2', 'JANE DOE')"));

        assertThat(house.find("Jane Doe")).get().returns("j1", User::publicId);
        assertThatThrownBy(() -> house.find("jane doe"))
                .isInstanceOf(AmbiguousNameException.class)
                .hasMessage("“jane doe” may be Jane Doe (j1) or JANE DOE (j2). Use an ID to say who you mean.");
        assertThatThrownBy(() -> keep("jane doe")).isInstanceOf(AmbiguousNameException.class);
    }

    @Test
    void find_sameNameTwice_isRefusedUntilTheyAreMerged() {
        database.writeNow(connection -> Statements.update(
                connection,
                "INSERT INTO user (id, public_id, name) VALUES (50, 'j1', 'Jane Doe'), (51, 'j2', 'Jane Doe')"));
        assertThatThrownBy(() -> house.find("Jane Doe")).hasMessageContainingAll("j1", "j2");

        database.writeNow(connection -> new UserMergeRepository().merge(connection, 51, 50));

        assertThat(house.find("Jane Doe")).get().returns("j1", User::publicId);
        assertThat(house.find("j2")).as("former id").get().returns("j1", User::publicId);
    }

    @Test
    void find_accentsWrittenInAnotherWay_areTheSame() {
        User jose = keep("José Pérez");

        assertThat(house.find(Normalizer.normalize("josé pérez", Normalizer.Form.NFD)))
                .contains(jose);
        assertThat(house.find("Jose Perez")).isEmpty();
    }

    @Test
    void findExactly_anotherCase_isNobody() {
        User anna = keep("Anna");

        assertThat(house.findExactly("Anna")).contains(anna);
        assertThat(house.findExactly("anna")).isEmpty();
    }

    @Test
    void find_mergedFromASource_isOfTheHouseByBothNames() {
        int ofSource = brought("spotify", 1, "anna.k");
        User anna = keep("Anna");

        database.writeNow(connection -> new UserMergeRepository().merge(connection, anna.id(), ofSource));

        assertThat(house.find("Anna")).get().returns(ofSource, User::id);
        assertThat(house.find("anna.k")).get().returns(ofSource, User::id);
        assertThat(house.isOfHouse(ofSource)).isTrue();
    }

    @Test
    void call_userOfASource_isOfTheHouseFromThenOn() {
        User cleo = catalog.users().byIds(List.of(brought("home", 1, "cleo"))).get(0);
        assertThat(house.isOfHouse(cleo.id())).isFalse();
        assertThat(house.knownOnlyAs(cleo.id())).contains(new UserAlias("home", "cleo"));

        call(cleo, "Cleo C");

        assertThat(keep("cleo c")).isEqualTo(cleo);
        assertThat(new Catalog(catalog.users(), house, catalog.songs(), catalog.artists(), database)
                        .userCalled("CLEO C")
                        .join())
                .contains(cleo);
        assertThat(keep("cleo")).isEqualTo(cleo);
        assertThat(house.knownOnlyAs(cleo.id())).isEmpty();
        assertThatThrownBy(() -> call(keep("Dora"), "Cleo C")).isInstanceOf(AmbiguousNameException.class);
    }

    @Test
    void likelyDoubles_namesAlike_areListedOnce_andNobodyElse() {
        int ofSource = brought("spotify", 1, "jose-perez");
        brought("spotify", 1, "carla");
        brought("other", 1, "Carla");
        brought("dump", 2, "José Pérez");
        User jose = keep("José Pérez");
        keep("José Pérez Jr");
        database.writeNow(connection -> {
            Statements.update(connection, "INSERT INTO user (id, public_id, name) VALUES (90, 'j9', 'JOSÉ PÉREZ')");
            return Statements.update(connection, "INSERT INTO user_search (rowid, name) VALUES (90, 'JOSÉ PÉREZ')");
        });

        assertThat(house.likelyDoubles())
                .extracting(LikelyDouble::person, pair -> pair.other().id())
                .containsExactly(tuple(jose, ofSource), tuple(jose, 90));
    }

    @Test
    void forget_personWhomAWaitingImportIsFor_doesNotComeBack() {
        User jane = keep("Jane Doe");
        database.writeNow(connection ->
                Statements.update(connection, "UPDATE import SET status = 'queued', created_at = 5 WHERE id = 1"));

        database.writeNow(connection -> catalog.forgotten().forget(connection, jane.id(), 10));

        assertThat(imported(jane.publicId())).isZero();
        assertThat(imported("Jane Doe")).isZero();
    }

    private User keep(String name) {
        return database.writeNow(connection -> house.keep(connection, name));
    }

    private void call(User user, String name) {
        database.writeNow(connection -> {
            house.call(connection, user, name);
            return user;
        });
    }

    private int imported(String name) {
        return database.writeNow(connection -> house.resolve(
                connection, catalog.sources().resolve(connection, SourceRepository.HOUSE), 1, name, name));
    }

    private int brought(String source, int importId, String id) {
        List<Integer> keys = new ArrayList<>();
        database.writeNow(connection -> {
            Source found = catalog.sources().resolve(connection, source);
            catalog.users().resolve(connection, found, importId, List.of(id).iterator(), (name, key) -> keys.add(key));
            return Optional.empty();
        });
        return keys.get(0);
    }
}
