package org.segue.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.qute.TemplateData;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void templates_whatTheyCanReach_isReadWithoutReflection() {
        for (Method template : Templates.class.getDeclaredMethods()) {
            Arrays.stream(template.getParameterTypes()).forEach(this::walk);
        }
        walk(FileFormat.class);
        Set<Class<?>> named = Arrays.stream(Templates.class.getAnnotationsByType(TemplateData.class))
                .map(TemplateData::target)
                .collect(Collectors.toSet());

        Set<String> missing = seen.stream()
                .filter(type -> !named.contains(type) && !type.isAnnotationPresent(TemplateData.class))
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertFalse(seen.isEmpty());
        assertEquals(Set.of(), missing, "without @TemplateData a native image reads only some of their members");
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
