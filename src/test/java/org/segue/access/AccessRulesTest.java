package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every endpoint has a rule, and every rule a purpose: what has none is closed. */
class AccessRulesTest {

    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("org.segue");

    private static final List<AccessRule> RULES = MAIN_CLASSES.stream()
            .filter(type -> type.isAssignableTo(AccessRules.class) && !type.isInterface())
            .flatMap(type -> rulesOf(type).stream())
            .toList();

    /** An endpoint as clients see it. */
    private record Endpoint(String name, String method, String path) {}

    @Test
    void everyEndpoint_hasARule() {
        assertThat(endpoints())
                .hasSizeGreaterThan(70)
                .allSatisfy(endpoint -> assertThat(rule(endpoint))
                        .as("%s %s of %s", endpoint.method(), endpoint.path(), endpoint.name())
                        .isPresent());
    }

    @Test
    void rule_coversItsMethodsAndAddresses_withOrWithoutSlash() {
        AccessRule rule = AccessRule.changing(Requirement.THE_USER, "/api/users/{user}/listens/{id}");

        assertThat(rule.match("DELETE", "/api/users/a%20b/listens/1"))
                .contains(new RequiredAccess(Requirement.THE_USER, "a%20b"));
        assertThat(rule.match("PUT", "/api/users/anna/listens/1/")).isPresent();
        assertThat(rule.match("GET", "/api/users/anna/listens/1")).isEmpty();
        assertThat(rule.match("DELETE", "/api/users/anna/listens")).isEmpty();
        assertThat(rule.match("DELETE", "/api/users/anna/listens/1/2")).isEmpty();
    }

    @Test
    void ruleOfAPrefix_coversItAndAllBelow() {
        AccessRule rule = AccessRule.reading(Requirement.READER, "/api/songs/**");

        assertThat(Stream.of("/api/songs", "/api/songs/", "/api/songs/1/path/2"))
                .allMatch(path -> rule.match("GET", path).isPresent());
        assertThat(rule.match("HEAD", "/api/songs")).isPresent();
        assertThat(rule.match("GET", "/api/songsters")).isEmpty();
        assertThat(rule.match("POST", "/api/songs")).isEmpty();
    }

    private static Optional<RequiredAccess> rule(Endpoint endpoint) {
        return RULES.stream()
                .flatMap(rule -> rule.match(endpoint.method(), endpoint.path()).stream())
                .findFirst();
    }

    private static List<Endpoint> endpoints() {
        return MAIN_CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> verb(method).stream().map(verb -> endpoint(verb, method)))
                .toList();
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getSimpleName())
                .filter(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")::contains)
                .findFirst();
    }

    private static Endpoint endpoint(String verb, JavaMethod method) {
        String ofClass = method.getOwner().getAnnotationOfType(Path.class).value();
        String ofMethod =
                method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String path = ("/" + ofClass + "/" + ofMethod).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        // Of one that is one of several words the first is looked at.
        String oneOfSeveral = path.replaceAll("\\{\\w+:([^|}]+)\\|[^}]*}", "$1");
        return new Endpoint(method.getFullName(), verb, oneOfSeveral.replaceAll("\\{\\w+}", "x"));
    }

    private static List<AccessRule> rulesOf(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return ((AccessRules) constructor.newInstance()).rules();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
