package org.segue.backgrounds;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportService;
import org.segue.listens.ListensChanged;
import org.segue.training.Training;

/** The demo while it is there, and how it makes room for real listening. Its methods block. */
@Singleton
public class DemoService {

    private static final Logger LOG = Logger.getLogger(DemoService.class);

    private final DemoRepository demo;
    private final ImportService imports;
    private final Relearning relearning;

    DemoService(DemoRepository demo, ImportService imports, Relearning relearning) {
        this.demo = demo;
        this.imports = imports;
        this.relearning = relearning;
    }

    /**
     * The demo as it is there.
     *
     * @param importId number of its import
     * @param listeners how many made-up listeners it has
     */
    @RegisterForReflection // part of the status
    public record Demo(int importId, int listeners) {}

    /**
     * What came of its removal.
     *
     * @param imports numbers of the imports that are undone
     * @param training the training that learns from what is left, null if nothing is, or it could not begin
     */
    @RegisterForReflection // an answer
    public record Removal(List<Integer> imports, @Nullable Training training) {}

    /** The demo, if it is in force. */
    public Optional<Demo> find() {
        List<Integer> inForce = demo.imports();
        return inForce.isEmpty() ? Optional.empty() : Optional.of(new Demo(inForce.get(0), demo.listeners()));
    }

    /** Takes the demo out, at once, and trains on what is left; empty if there is none. */
    public Optional<Removal> remove() {
        List<Integer> undone = demo.imports().stream().filter(imports::undo).toList();
        if (undone.isEmpty()) {
            return Optional.empty();
        }
        LOG.info("The demo is taken out");
        return Optional.of(new Removal(undone, demo.hasOtherListening() ? relearning.train() : null));
    }

    /** Takes the demo out once an import is in force, which may be now; it stays if that import fails. */
    public void removeAfter(int importId) {
        demo.removeAfter(importId);
        removeIfDue();
    }

    // A former process may have been stopped between the two.
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        removeIfDue();
    }

    void listensChanged(@Observes ListensChanged event) {
        if (!event.isRecount() && !event.source().equals(ListensChanged.DEMO)) {
            removeIfDue();
        }
    }

    private void removeIfDue() {
        if (demo.takeDue()) {
            remove();
        }
    }
}
