package org.segue.api.description;

import static java.util.Objects.requireNonNull;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.segue.catalog.Ref;

/** Says in which forms a {@link Ref} is written, of which its fields know one. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ReferenceDescription implements OASFilter {

    /** At least one character that is no blank. */
    private static final String WORDS = "\\S";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema ref = requireNonNull(api.getComponents().getSchemas().get("Ref"));
        ref.setType(null);
        ref.setProperties(null);
        ref.setOneOf(List.of(id(), ofSource()));
    }

    private static Schema id() {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .minLength(1)
                .maxLength(Ref.MAX_LENGTH)
                .pattern(WORDS);
    }

    // Sources may number what they have.
    private static Schema ofSource() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("source", OASFactory.createSchema().addType(SchemaType.STRING))
                .addProperty(
                        "id",
                        OASFactory.createSchema()
                                .addAnyOf(id())
                                .addAnyOf(OASFactory.createSchema().addType(SchemaType.INTEGER)))
                .required(List.of("source", "id"))
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
}
