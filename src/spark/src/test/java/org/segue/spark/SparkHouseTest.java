package org.segue.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this build compiles of the service knows neither a framework nor Spark; what is of Spark uses no other of it than is meant to be shared. */
class SparkHouseTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.segue");

    @Test
    void sharedSources_knowNeitherAFrameworkNorSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.segue.spark..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "jakarta..",
                        "io.smallrye..",
                        "org.eclipse.microprofile..",
                        "org.apache.spark..",
                        "org.apache.hadoop..",
                        "org.segue.spark..")
                .check(CLASSES);
    }

    @Test
    void training_usesOfTheServiceWhatIsShared() {
        classes()
                .that()
                .resideInAPackage("org.segue.spark..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.segue.spark..",
                        "org.segue.songmodel..",
                        "org.segue.catalog..",
                        "org.segue.ranking.linalg..",
                        "org.segue.evaluation..",
                        "org.segue.interactions..",
                        "java..",
                        "scala..",
                        "picocli..",
                        "org.apache..",
                        "org.ejml..",
                        "org.jspecify..",
                        "")
                .check(CLASSES);
    }
}
