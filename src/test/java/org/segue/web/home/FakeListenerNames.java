package org.segue.web.home;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import org.segue.catalog.Catalog;
import org.segue.catalog.UserRepository;
import org.segue.storage.Database;
import org.segue.web.home.HomeForm.Listener;

/** Knows everybody but those whom a test calls nobody. */
@Alternative
@Singleton
public class FakeListenerNames extends ListenerNames {

    FakeListenerNames(Catalog catalog, UserRepository users, Database database) {
        super(catalog, users, database);
    }

    @Override
    Uni<Listener> find(String typed) {
        return typed.startsWith("nobody")
                ? Uni.createFrom().failure(new UnknownListenerException(typed, List.of("anna", "<i>Zoë</i>")))
                : Uni.createFrom().item(new Listener(typed, typed));
    }
}
