package org.segue.library.http;

import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Waits two seconds for what the service waits thirty for. */
@Alternative
@Singleton
public class ImpatientClient extends ServerClient {

    ImpatientClient(Vertx vertx, AllowedAddresses addresses) {
        super(vertx, addresses, Duration.ofSeconds(2));
    }
}
