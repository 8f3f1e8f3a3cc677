package org.segue.api.description;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Which fields of records' JSON may be null: those whose types are {@link Nullable}. */
final class RecordFields {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);

    private final IndexView index;
    private final Map<String, List<ClassInfo>> records = new LinkedHashMap<>();

    RecordFields(IndexView index) {
        this.index = index;
        index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .sorted(Comparator.comparing(ClassInfo::name))
                .forEach(type -> records.computeIfAbsent(schemaName(type), name -> new ArrayList<>())
                        .add(type));
    }

    /**
     * Whether each field of a schema may be null.
     *
     * @param schema its name: that of a record, followed by the name of the argument of a generic one
     * @param fields the names of its fields
     * @return nothing if it is no record's
     */
    Map<String, Boolean> nullable(String schema, Set<String> fields) {
        return records.entrySet().stream()
                .filter(named -> schema.startsWith(named.getKey()))
                .flatMap(named -> named.getValue().stream())
                .filter(type -> isOf(type, schema))
                .map(this::fields)
                .filter(found -> found.keySet().containsAll(fields))
                .findFirst()
                .orElse(Map.of());
    }

    // Of several types of the same name all but one have a number behind it.
    private static boolean isOf(ClassInfo type, String schema) {
        String rest = schema.substring(schemaName(type).length());
        return rest.isEmpty() || rest.matches("\\d+") || !type.typeParameters().isEmpty();
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance annotation = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = annotation == null ? null : annotation.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    private Map<String, Boolean> fields(ClassInfo type) {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            ClassInfo unwrapped = annotation(type, component, JsonUnwrapped.class) == null
                    ? null
                    : index.getClassByName(component.type().name());
            if (unwrapped == null) {
                fields.put(name(type, component), isNullable(component.type()));
            } else {
                fields.putAll(fields(unwrapped));
            }
        }
        return fields;
    }

    private static boolean isNullable(Type type) {
        return type.hasAnnotation(NULLABLE);
    }

    private static String name(ClassInfo type, RecordComponentInfo component) {
        AnnotationInstance property = annotation(type, component, JsonProperty.class);
        if (property != null
                && property.value() != null
                && !property.value().asString().isEmpty()) {
            return property.value().asString();
        }
        boolean isSnakeCase = type.hasDeclaredAnnotation(DotName.createSimple(JsonNaming.class));
        return isSnakeCase ? new SnakeCaseStrategy().translate(component.name()) : component.name();
    }

    // What stands at a component is kept at its field, or its accessor, or both.
    private static @Nullable AnnotationInstance annotation(
            ClassInfo type, RecordComponentInfo component, Class<?> annotation) {
        DotName name = DotName.createSimple(annotation);
        for (AnnotationTarget place : List.of(type.field(component.name()), component.accessor(), component)) {
            AnnotationInstance found = place.declaredAnnotation(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
