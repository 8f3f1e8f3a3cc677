package org.segue.api.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.segue.imports.ImportOptions;
import org.segue.imports.formats.Formats;

/** Says which formats an import may have. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ImportDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        for (String path : List.of("/api/imports", "/api/imports/preview")) {
            describe(api.getPaths().getPathItem(path).getPOST());
        }
    }

    private static void describe(Operation post) {
        List<Object> formats = new ArrayList<>(List.of(ImportOptions.AUTO));
        formats.addAll(Formats.names());
        post.getParameters().stream()
                .filter(parameter -> parameter.getName().equals("format"))
                .forEach(format -> format.getSchema().setEnumeration(formats));
    }
}
