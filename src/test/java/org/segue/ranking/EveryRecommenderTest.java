package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No recommender without the contract: what holds of every one is tested with each. */
class EveryRecommenderTest {

    @Test
    void everyRecommender_isTestedByTheContract() {
        Predicate<Location> isTest = location -> location.contains("test-classes");
        JavaClasses main = new ClassFileImporter()
                .withImportOption(location -> !isTest.test(location))
                .importPackages("org.segue");
        JavaClasses tests =
                new ClassFileImporter().withImportOption(isTest::test).importPackages("org.segue");

        assertThat(concrete(main, Recommender.class).map(name -> name + "Test"))
                .hasSizeGreaterThanOrEqualTo(3)
                .isSubsetOf(concrete(tests, RecommenderContract.class).toList());
    }

    private static Stream<String> concrete(JavaClasses classes, Class<?> type) {
        return classes.stream()
                .filter(found -> found.isAssignableTo(type) && !found.isEquivalentTo(type))
                .map(JavaClass::getSimpleName);
    }
}
