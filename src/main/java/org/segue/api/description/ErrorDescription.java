package org.segue.api.description;

import static java.util.Objects.requireNonNull;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.segue.access.PathFamily;

/** Says in which form each operation tells of errors, and which errors there are that no operation is special in. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ErrorDescription.AFTER_ACCESS)
public class ErrorDescription implements OASFilter {

    /** Filters of a lower priority come later. */
    static final int AFTER_ACCESS = 0;

    private static final String PROTOCOL = "/1/";
    private static final int FIRST_ERROR = 400;

    @Override
    public void filterOpenAPI(OpenAPI api) {
        makeReferences(requireNonNull(api.getComponents().getSchemas().get("HttpProblem")));
        api.getComponents().addSchema("ProtocolError", protocolError());
        api.getComponents().addSchema("LastFmFailure", lastFmFailure());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().values().forEach(operation -> describe(operation, errors(path))));
    }

    private static Content errors(String path) {
        if (PathFamily.isAudioscrobbler(path)) {
            return text("text/plain");
        }
        if (PathFamily.isLastFm(path)) {
            return text("text/xml").addMediaType("application/json", lastFmJson());
        }
        return path.startsWith(PROTOCOL) ? players() : problem();
    }

    private static Content text(String type) {
        return OASFactory.createContent()
                .addMediaType(
                        type,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
    }

    private static MediaType lastFmJson() {
        return OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/LastFmFailure"));
    }

    private static Schema lastFmFailure() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What is wrong, as players of Last.fm read it")
                .addProperty(
                        "error",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("Last.fm's number"))
                .addProperty(
                        "message",
                        OASFactory.createSchema().addType(SchemaType.STRING).description("In words"))
                .required(List.of("error", "message"));
    }

    // Of a problem's addresses most are relative.
    private static void makeReferences(Schema problem) {
        for (String field : new String[] {"type", "instance"}) {
            requireNonNull(problem.getProperties().get(field)).setFormat("uri-reference");
        }
    }

    private static Schema protocolError() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What is wrong, as players read it")
                .addProperty(
                        "code",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("The status"))
                .addProperty(
                        "error",
                        OASFactory.createSchema().addType(SchemaType.STRING).description("In words"))
                .required(List.of("code", "error"));
    }

    private static void describe(Operation operation, Content errors) {
        addCommon(operation);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (Integer.parseInt(status) >= FIRST_ERROR) {
                response.setContent(errors);
            }
        });
    }

    private static void addCommon(Operation operation) {
        add(
                operation,
                Map.of(
                        "414", "The address is too long",
                        "431", "The headers are too long",
                        "503", "Segue cannot do this now: the same request may be answered later"));
        if (operation.getRequestBody() != null) {
            add(
                    operation,
                    Map.of(
                            "400", "The body cannot be read",
                            "411", "The length of the body is not told",
                            "413", "The body is too large",
                            "415", "The body is of another type"));
        }
    }

    private static void add(Operation operation, Map<String, String> common) {
        APIResponses responses = operation.getResponses();
        common.forEach((status, words) -> {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(words));
            } else if ("Bad Request".equals(responses.getAPIResponse(status).getDescription())) {
                responses.getAPIResponse(status).setDescription(words);
            }
        });
    }

    private static Content problem() {
        return content("application/problem+json", "HttpProblem");
    }

    private static Content players() {
        return content("application/json", "ProtocolError");
    }

    private static Content content(String type, String schema) {
        return OASFactory.createContent()
                .addMediaType(
                        type,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + schema)));
    }
}
