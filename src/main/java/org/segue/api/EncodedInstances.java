package org.segue.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.InstanceUtils;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;

/** Gives problems the address that they are about as a reference: the problem library writes the characters that it stands for. */
@Singleton
class EncodedInstances implements ProblemPostProcessor {

    /** Before the library's own, which leaves alone what is there. */
    private static final int BEFORE_DEFAULTS = 100;

    @Override
    public int priority() {
        return BEFORE_DEFAULTS;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return HttpProblem.builder(problem)
                .withInstance(InstanceUtils.pathToInstance(encoded(String.valueOf(context.path))))
                .build();
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
