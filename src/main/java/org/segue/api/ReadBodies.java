package org.segue.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Gives resources the bodies that were read before, as they are in memory: not a copy, and never by waiting for the client. */
class ReadBodies {

    ReadBodies() {}

    @ServerRequestFilter(preMatching = true)
    void use(ContainerRequestContext request, RoutingContext context) {
        Buffer body = context.body().buffer();
        if (body != null) {
            request.setEntityStream(new BufferStream(body));
        }
    }
}
