package org.segue.web;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.segue.access.Access;

/** The reader of a page: {@code inject:visitor} in templates. */
@Named("visitor")
@Singleton
@TemplateData
public class Visitor {

    private final Access access;

    Visitor(Access access) {
        this.access = access;
    }

    /** Whether anybody has signed in. */
    public boolean signedIn() {
        return access.caller().isSomebody();
    }
}
