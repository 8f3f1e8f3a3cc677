package org.segue.api.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.segue.access.PathFamily;

/** Adds to the description of every call what it says to those who may not make it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AccessDescription implements OASFilter {

    private static final String SCHEME = "token";

    /** What reads, though it is sent a body. */
    private static final Set<String> ASK_BY_BODY = Set.of("/recommend", "/1/metadata/recording");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("The administrator's token; for feedback and listens, and for what is the"
                                        + " user's own, the user's token."));
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().forEach(AccessDescription::describe);
        }
    }

    private static void describe(String path, PathItem item) {
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                item.getOperations().entrySet()) {
            boolean reads = entry.getKey() == PathItem.HttpMethod.GET || ASK_BY_BODY.contains(path);
            if (!isForEverybody(path)) {
                describe(entry.getValue(), reads);
            }
        }
    }

    // Who asks Last.fm's protocols is told in what they are sent.
    private static boolean isForEverybody(String path) {
        return path.equals("/api/session") || path.equals("/1/validate-token") || PathFamily.isLastFm(path);
    }

    private static void describe(Operation operation, boolean reads) {
        // An empty requirement stands for none at all.
        if (reads) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SCHEME));
        String when = reads ? "Access is required (`segue.access.required`), and " : "";
        add(operation, "401", when + "the token is missing or wrong");
        add(operation, "403", when + "the token does not open this");
    }

    private static void add(Operation operation, String status, String description) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        if (!operation.getResponses().hasAPIResponse(status)) {
            String words = Character.toUpperCase(description.charAt(0)) + description.substring(1);
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(words));
        }
    }
}
