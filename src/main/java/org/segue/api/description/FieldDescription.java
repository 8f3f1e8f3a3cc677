package org.segue.api.description;

import static java.util.Objects.requireNonNull;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.IndexView;

/** Says of fields whether they may be null, and of requests that they have no others. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class FieldDescription implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String JSON = "application/json";
    private static final String PROTOCOL = "/1/";

    private final RecordFields records;

    /** @param index the types of the application */
    public FieldDescription(IndexView index) {
        this.records = new RecordFields(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        schemas.forEach(this::describe);
        requests(api).forEach(name -> close(requireNonNull(schemas.get(name))));
    }

    private void describe(String name, Schema schema) {
        Map<String, Schema> fields = schema.getProperties();
        if (fields == null) {
            return;
        }
        Map<String, Boolean> nullable = records.nullable(name, fields.keySet());
        for (Map.Entry<String, Schema> field : Map.copyOf(fields).entrySet()) {
            // What stands beside a reference restricts it: the type there is a guess.
            if (field.getValue().getRef() != null) {
                field.getValue().setType(null);
            }
            if (nullable.getOrDefault(field.getKey(), false) && !isRequired(schema, field.getKey())) {
                schema.addProperty(field.getKey(), orNull(field.getValue()));
            }
        }
    }

    private static boolean isRequired(Schema schema, String field) {
        return schema.getRequired() != null && schema.getRequired().contains(field);
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null) {
            return schema.addType(SchemaType.NULL);
        }
        Schema referred = OASFactory.createSchema().ref(schema.getRef());
        Schema nothing = OASFactory.createSchema().addType(SchemaType.NULL);
        schema.setRef(null);
        return schema.addAnyOf(referred).addAnyOf(nothing);
    }

    private static void close(Schema request) {
        if (request.getProperties() != null) {
            request.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
    }

    // Players send more than Segue reads.
    private static Set<String> requests(OpenAPI api) {
        Set<String> names = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>();
        api.getPaths().getPathItems().entrySet().stream()
                .filter(path -> !path.getKey().startsWith(PROTOCOL))
                .flatMap(path -> bodies(path.getValue()))
                .forEach(open::add);
        while (!open.isEmpty()) {
            Schema schema = open.remove();
            String name = schema.getRef() == null ? "" : schema.getRef().substring(SCHEMAS.length());
            if (!name.isEmpty() && names.add(name)) {
                open.add(requireNonNull(api.getComponents().getSchemas().get(name)));
            }
            open.addAll(parts(schema));
        }
        return names;
    }

    private static Stream<Schema> bodies(PathItem path) {
        return path.getOperations().values().stream()
                .map(Operation::getRequestBody)
                .filter(body -> body != null
                        && body.getContent() != null
                        && body.getContent().hasMediaType(JSON))
                .map(body -> body.getContent().getMediaType(JSON).getSchema());
    }

    private static List<Schema> parts(Schema schema) {
        List<Schema> parts = new ArrayList<>();
        if (schema.getProperties() != null) {
            parts.addAll(schema.getProperties().values());
        }
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        for (List<Schema> choices : Arrays.asList(schema.getAnyOf(), schema.getAllOf(), schema.getOneOf())) {
            if (choices != null) {
                parts.addAll(choices);
            }
        }
        return parts;
    }
}
