package org.segue.training;

import org.segue.text.Phrase;

/** What is said of trainings and of whether their models became active. */
enum TrainingPhrase implements Phrase {
    INTERRUPTED("Segue stopped during this training. The previous model is still active. Start the training again."),
    DISK("Could not read or write the disk: %s"),
    NOTHING_TO_TRAIN_ON("There is no listening data to train on. Import a listening history first."),
    OUT_OF_MEMORY("Not enough memory for this training (%s)."),
    KILLED("The training process was killed, most likely because the system ran out of memory."),
    SILENT("The training process stopped responding for %d seconds and was terminated."),
    EXIT_CODE("The training process failed with exit code %d."),
    EXIT_CODE_AND_WORDS("The training process failed with exit code %d.\n%s"),
    NOT_FOLLOWED("The progress of the training process could not be read: %s"),
    DIVERGED(
            "The loss grew beyond all bounds in epoch %d. A smaller learning rate, smaller values, or more listening data may help."),
    UNDER_WAY("Training %d is already running. Only one can run at a time."),
    UNTESTED("Activated without testing, because evaluation was turned off."),
    ACTIVATED("Activated: %s."),
    NOT_ACTIVATED("Not activated: %s."),
    SONG_MODEL_STAYS(
            "Not activated: a song model is active, and stays active until you activate this one. Of this one: %s."),
    SONG_MODEL_FIRST("Activated as the first model. In your household: %s."),
    SONG_MODEL_BESIDE(
            "Imported, but not activated: the active model stays active until you activate this one. In your household: %s."),
    FIRST_THOUGH_OUTRANKED("Activated as the first model, although %s ranks better: %s."),
    FIRST_ALTHOUGH("Activated as the first model, although %s."),
    BEHIND("Not activated: on %s it ranks worse than the active model’s hyperparameters."),
    NOT_BEHIND("Activated: it ranks no worse than the active model’s hyperparameters, although %s."),
    NOTHING_TO_TEST_ON("there is nothing to test on"),
    TOO_LITTLE("there is too little data to test it"),
    TOO_FEW("there are only %s to test on, fewer than %d"),
    USERS("%,d test users"),
    SESSIONS("%,d test sessions"),
    RMSE("RMSE on the test set is %.3f (predicting the mean: %.3f)"),
    NDCG("NDCG@10 is %.3f on %s (popularity: %.3f%s%s)%s"),
    ITEM_COSINE(", item cosine: %.3f"),
    SESSION_COSINE(", item cosine with sessions: %.3f"),
    ACTIVE_HYPERPARAMETERS(
            "; active model’s hyperparameters: %.3f, paired difference %+.3f (95%% interval %+.3f to %+.3f)"),
    ACTIVE_NOT_FITTED("; the active model’s hyperparameters could not be trained again for comparison");

    private final String english;

    TrainingPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "training";
    }

    @Override
    public String english() {
        return english;
    }
}
