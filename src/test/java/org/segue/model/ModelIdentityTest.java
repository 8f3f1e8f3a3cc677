package org.segue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segue.storage.Databases;
import org.segue.testsupport.ReleasedDatabase;

/** A model answers beside its own database alone: the keys of another one's users are strangers'. */
class ModelIdentityTest extends ModelStoreTests {

    @Test
    void modelOfAnotherDatabase_isNeitherLoadedNorServed() throws Exception {
        ModelStore ours = new ModelStore(models, "ours");
        String version = publish(ours, candidate(1), null);
        ours.activate(version);
        ModelStore others = new ModelStore(models, "others");

        assertThat(ours.load(version).manifest().provenance().database()).isEqualTo("ours");
        assertThat(ours.loadActive()).isPresent();
        assertThatThrownBy(() -> others.load(version))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining("of another database");
        assertThat(others.loadActive()).isEmpty();
        assertThat(others.adopt()).isEmpty();
        assertThat(others.loadActive()).isEmpty();
    }

    @Test
    void modelOfBefore_isServedOnceItIsAdopted_andOnlyThere() throws Exception {
        String version = publish(candidate(1), null);
        store.activate(version);
        ModelStore ours = new ModelStore(models, "ours");

        assertThat(ours.loadActive()).as("it does not say whose it is").isEmpty();
        assertThat(ours.adopt()).containsExactly(version);
        assertThat(ours.adopt()).as("once").isEmpty();
        assertThat(ours.loadActive()).isPresent();
        assertThat(new ModelStore(models, "others").loadActive()).isEmpty();
    }

    @Test
    void identity_survivesForgettingAUser() throws Exception {
        ModelStore ours = new ModelStore(models, "ours");
        String version = publish(ours, candidate(1), null);
        ours.forget(Set.of(7));

        assertThat(ours.load(version).manifest().provenance().database()).isEqualTo("ours");
    }

    @Test
    void databaseThatSomebodyHasUsed_adopts_once_aNewOneDoesNot() throws Exception {
        Path used = folder.resolve("used");
        ReleasedDatabase.unpack(9, used);
        String id;
        try (Databases.Opened opened = Databases.open(used)) {
            DatabaseIdentityRepository identity = new DatabaseIdentityRepository(opened.database());
            assertThat(identity.adoptsModels()).isTrue();
            identity.noteAdopted();
            assertThat(identity.adoptsModels()).isFalse();
            id = identity.id();
        }
        try (Databases.Opened again = Databases.open(used)) {
            assertThat(new DatabaseIdentityRepository(again.database()).id()).isEqualTo(id);
        }
        try (Databases.Opened fresh = Databases.open(Files.createDirectory(folder.resolve("fresh")))) {
            DatabaseIdentityRepository identity = new DatabaseIdentityRepository(fresh.database());
            assertThat(identity.adoptsModels()).isFalse();
            assertThat(identity.id()).isNotEqualTo(id).hasSize(32);
        }
    }
}
