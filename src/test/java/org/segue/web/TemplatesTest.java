package org.segue.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void templates_whatTheyCanReach_isReadWithoutReflection() {
        templates().forEach(template -> Stream.of(template.getParameterTypes()).forEach(this::walk));
        walk(FileFormat.class);
        Set<Class<?>> named = types().stream()
                .flatMap(type -> Arrays.stream(type.getAnnotationsByType(TemplateData.class)))
                .map(TemplateData::target)
                .collect(Collectors.toSet());

        Set<String> missing = seen.stream()
                .filter(type -> !named.contains(type) && !type.isAnnotationPresent(TemplateData.class))
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(templates()).hasSizeGreaterThan(20);
        assertThat(missing)
                .as("without @TemplateData a native image reads only some of their members")
                .isEmpty();
    }

    @Test
    void pages_areRenderedAfterTheirLanguageIsKnown() {
        assertThat(types().stream()
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method -> Stream.of(method.getAnnotations())
                                .anyMatch(mark -> mark.annotationType().isAnnotationPresent(HttpMethod.class)))
                        .filter(method -> method.getReturnType().equals(TemplateInstance.class)))
                .as("what is no RestResponse is rendered before PageLanguage sees it")
                .isEmpty();
    }

    private static List<Method> templates() {
        return types().stream()
                .filter(type -> type.isAnnotationPresent(CheckedTemplate.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isNative(method.getModifiers()))
                .toList();
    }

    /** Every class of the pages. */
    static List<Class<?>> types() {
        URL one = requireNonNull(SharedTemplates.class.getResource("SharedTemplates.class"));
        Path classes = requireNonNull(Path.of(URI.create(one.toString())).getParent());
        try (Stream<Path> files = Files.walk(classes)) {
            List<Class<?>> types = new ArrayList<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                types.add(type(classes.relativize(file).toString()));
            }
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String file) {
        String name = "org.segue.web." + file.replace(".class", "").replace('/', '.');
        try {
            return Class.forName(name, false, SharedTemplates.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private void walk(Type type) {
        if (type instanceof Class<?> found) {
            walkClass(found);
        } else if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(this::walk);
            walk(generic.getRawType());
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getUpperBounds()).forEach(this::walk);
        }
    }

    private void walkClass(Class<?> type) {
        if (!type.getName().startsWith("org.segue.") || !seen.add(type)) {
            return;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())) {
                walk(method.getGenericReturnType());
            }
        }
    }
}
