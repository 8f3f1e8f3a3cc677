package org.segue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The house as it is drawn, held against the house as it is built; and the rules held against a house built wrongly. */
class ArchitectureTest {

    private static final HouseRules RULES = new HouseRules("org.segue");
    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("org.segue");

    private static final HouseRules WRONG_RULES = new HouseRules("wronghouse");
    private static final JavaClasses WRONG_CLASSES = new ClassFileImporter().importPackages("wronghouse");

    @ParameterizedTest
    @MethodSource("rules")
    void ourHouse_keepsTheRule(ArchRule rule) {
        rule.check(MAIN_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void wrongHouse_isCaughtByTheRule(ArchRule rule, List<String> faults) {
        assertThat(rule.evaluate(WRONG_CLASSES).getFailureReport().getDetails())
                .containsExactlyInAnyOrderElementsOf(faults);
    }

    @Test
    void rooms_importOnlyRoomsBeforeThem() {
        Set<String> before = new HashSet<>();
        HouseRules.ROOMS.forEach((room, imports) -> {
            assertThat(before).as("rooms before %s", room).containsAll(imports);
            before.add(room);
        });
    }

    static Stream<ArchRule> rules() {
        return Stream.of(
                RULES.everyClassLivesInARoom(),
                RULES.onlyMainLivesInTheBasePackage(),
                RULES.roomsImportOnlyWhatTheTableAllows(),
                RULES.theEngineStaysInTrainingDjl(),
                RULES.httpStaysAtTheDoors(),
                RULES.pagesImportNoOtherPage(),
                RULES.protocolsImportNoOtherProtocol(),
                RULES.sqlStaysInStorageAndRepositories(),
                RULES.otherServersAreCalledWhereTheyAreNeeded(),
                RULES.numericPackagesUseNoFramework(),
                RULES.otherBuildsCompileTheirSources(),
                RULES.songModelsKnowRecordingKeysAlone(),
                RULES.constructorsAreCalledWithFewArguments(),
                RULES.threadsAreGuarded(),
                RULES.workThatNobodyWaitsForIsGuarded(),
                RULES.staticFieldsFitIntoAnImage(),
                RULES.namesAreHonest(),
                RULES.packagesAreDescribedAndNullMarked());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        WRONG_RULES.everyClassLivesInARoom(),
                        List.of(
                                "Class <wronghouse.cellar.Barrel$Staves>",
                                "Class <wronghouse.cellar.Barrel>",
                                "Class <wronghouse.cellar.package-info>")),
                Arguments.of(
                        WRONG_RULES.threadsAreGuarded(),
                        List.of("wronghouse.catalog.Ferment makes a java.lang.Thread")),
                Arguments.of(
                        WRONG_RULES.workThatNobodyWaitsForIsGuarded(),
                        List.of("Method <wronghouse.catalog.Ferment.bubble()>")),
                Arguments.of(
                        WRONG_RULES.staticFieldsFitIntoAnImage(), List.of("Field <wronghouse.catalog.Ferment.CHANCE>")),
                Arguments.of(WRONG_RULES.onlyMainLivesInTheBasePackage(), List.of("Class <wronghouse.Attic>")),
                Arguments.of(WRONG_RULES.namesAreHonest(), List.of("Class <wronghouse.catalog.SongUtils>")),
                Arguments.of(
                        WRONG_RULES.packagesAreDescribedAndNullMarked(), List.of("Class <wronghouse.web.SongPage>")));
    }

    @ParameterizedTest
    @MethodSource("forbiddenImports")
    void wrongHouse_importIsCaughtByTheRule(ArchRule rule, String from, String to) {
        List<String> caught = rule.evaluate(WRONG_CLASSES).getFailureReport().getDetails();

        assertThat(caught).isNotEmpty().allMatch(line -> line.contains(from) && line.contains(to));
    }

    static Stream<Arguments> forbiddenImports() {
        String utils = "wronghouse.catalog.SongUtils";
        return Stream.of(
                Arguments.of(WRONG_RULES.roomsImportOnlyWhatTheTableAllows(), utils, "wronghouse.web.SongPage"),
                Arguments.of(WRONG_RULES.theEngineStaysInTrainingDjl(), utils, "ai.djl.ndarray.NDManager"),
                Arguments.of(WRONG_RULES.httpStaysAtTheDoors(), utils, "jakarta.ws.rs.core.Response"),
                Arguments.of(
                        WRONG_RULES.pagesImportNoOtherPage(),
                        "wronghouse.web.map.MapPage",
                        "wronghouse.web.search.SearchPage"),
                Arguments.of(
                        WRONG_RULES.protocolsImportNoOtherProtocol(),
                        "wronghouse.protocols.drums.Drum",
                        "wronghouse.protocols.smoke.Smoke"),
                Arguments.of(WRONG_RULES.sqlStaysInStorageAndRepositories(), utils, "java.sql.Connection"),
                Arguments.of(WRONG_RULES.otherServersAreCalledWhereTheyAreNeeded(), utils, "java.net.http.HttpClient"),
                Arguments.of(
                        WRONG_RULES.otherBuildsCompileTheirSources(),
                        "wronghouse.songmodel.Sheet",
                        "wronghouse.catalog.Song"),
                Arguments.of(
                        WRONG_RULES.songModelsKnowRecordingKeysAlone(),
                        "wronghouse.songmodel.Sheet",
                        "wronghouse.catalog.Song"),
                Arguments.of(
                        WRONG_RULES.constructorsAreCalledWithFewArguments(),
                        "wronghouse.cellar.Barrel$Staves.none",
                        "int, int"),
                Arguments.of(
                        WRONG_RULES.numericPackagesUseNoFramework(),
                        "wronghouse.evaluation.Metric",
                        "jakarta.enterprise.inject.Instance"));
    }
}
