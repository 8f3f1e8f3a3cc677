package org.segue.access.bodies;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.segue.storage.DataFolder;

/** Receives files to import, which have no limit but the disk: each is written once, and is moved to where it is kept. */
@Singleton
class Uploads {

    /** Where files arrive; what is in it at a start is deleted. */
    private static final String INCOMING = "incoming";

    private static final Set<String> OF_THE_API = Set.of("/api/imports", "/api/imports/preview", "/api/models");
    private static final Set<String> FORMS =
            Set.of("/imports", "/start/dataset", "/start/song-model", "/api/backgrounds", "/models");
    private static final String FORM = "multipart/form-data";

    private final DataFolder folder;

    Uploads(DataFolder folder) {
        this.folder = folder;
    }

    /** Whether a request brings files. */
    static boolean isUpload(RoutingContext request) {
        String path = request.normalizedPath();
        String resource = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return HttpMethod.POST.equals(request.request().method())
                && (OF_THE_API.contains(resource) || (FORMS.contains(resource) && isForm(request.request())));
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    /** Receives the files of a request, and hands it on. */
    void receive(RoutingContext request) {
        RequestBody body = new RequestBody(request.request());
        IncomingFiles files = new IncomingFiles(
                request.vertx().fileSystem(), body, folder.root().resolve(INCOMING));
        try {
            BodyParts parts =
                    isForm(request.request()) ? new FormParts(request.request(), files) : new WholeBody(files);
            new UploadReading(request, body, files, parts).begin();
        } catch (MalformedBodyException e) {
            ReceivedForm.handOver(request, e);
        }
    }
}
