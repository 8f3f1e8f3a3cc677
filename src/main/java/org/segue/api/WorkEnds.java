package org.segue.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.segue.access.clients.RequestWork;

/** Tells when the work on a request ends: of one whose client has gone no answer is written that would tell it. */
@Singleton
public class WorkEnds {

    /** Asks to be told. */
    @ServerRequestFilter
    public void watch(ResteasyReactiveContainerRequestContext context, RoutingContext request) {
        ResteasyReactiveRequestContext work = (ResteasyReactiveRequestContext) context.getServerRequestContext();
        work.registerCompletionCallback(failure -> RequestWork.end(request));
    }
}
