package org.segue.web.imports;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.segue.backgrounds.DemoService;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.UserRepository;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportService;
import org.segue.people.PeopleService;
import org.segue.training.TrainingRequest;
import org.segue.training.TrainingService;
import org.segue.training.TrainingUnderWayException;

/** What a preview that is confirmed sets going. Its methods block. */
@Singleton
class Confirmation {

    private static final Logger LOG = Logger.getLogger(Confirmation.class);

    private final ImportService imports;
    private final DemoService demo;
    private final TrainingService trainings;
    private final UserRepository users;
    private final HouseRepository house;
    private final PeopleService people;

    Confirmation(
            ImportService imports,
            DemoService demo,
            TrainingService trainings,
            UserRepository users,
            HouseRepository house,
            PeopleService people) {
        this.imports = imports;
        this.demo = demo;
        this.trainings = trainings;
        this.users = users;
        this.house = house;
        this.people = people;
    }

    /**
     * Imports kept files.
     *
     * @param chosen public id of the listener who was chosen of those here, empty if nobody was
     * @param removesDemo whether the demo goes once the import is in force
     * @return false if no files are kept under the name
     * @throws org.segue.imports.ImportException if it is not clear whose listens they hold
     * @throws org.segue.catalog.AmbiguousNameException if a listener here is called as somebody else is
     */
    boolean confirm(String upload, ImportForm form, String chosen, boolean removesDemo) {
        takeIn(chosen);
        form.joined().values().forEach(this::takeIn);
        Optional<ImportJob> job = imports.acceptKept(upload, ImportFormReader.options(form));
        if (removesDemo) {
            job.ifPresent(accepted -> demo.removeAfter(accepted.id()));
        }
        return job.isPresent();
    }

    // Whom only a source has brought is somebody of the house once a person has said that a history is theirs.
    private void takeIn(String publicId) {
        users.byPublicId(publicId)
                .filter(user -> !users.isBackground(user.id()) && !house.isOfHouse(user.id()))
                .ifPresent(user -> people.call(user, user.publicId()));
    }

    /** Trains on what is there now, unless a training runs. */
    void train() {
        try {
            trainings.start(TrainingRequest.byDefault().spec());
        } catch (TrainingUnderWayException e) {
            LOG.debug("A training runs already");
        }
    }
}
