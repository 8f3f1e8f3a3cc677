package org.segue.web.models;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the page of models and trainings. */
@MessageBundle(value = "models", locale = "en")
interface ModelsMessages {

    @Message("What has been learned")
    String title();

    @Message(
            "Segue trains by itself when listens have come. Here you see how well each model finds songs that were held out, and which one answers.")
    String lead();

    @Message("How it works")
    String how();

    @Message("Training {id}")
    String trainingNumber(int id);

    @Message("epoch {epoch} of {epochs}, loss {loss}")
    String epochAndLoss(int epoch, int epochs, String loss);

    @Message("Hyperparameters tried")
    String trials();

    @Message("NDCG@10 of each set of hyperparameters tried")
    String trialsChart();

    @Message("Loss, epoch by epoch")
    String lossChart();

    @Message("{label}: from {bottom} to {top}")
    String chartFromTo(String label, String bottom, String top);

    @Message("diverged")
    String diverged();

    @Message("There is nothing to learn from yet.")
    String nothingToTrain();

    @Message("Train now")
    String trainTitle();

    @Message(
            "Without more, Segue looks for the best hyperparameters, tests them on songs held out, and fits them to everything.")
    String trainHint();

    @Message("Train")
    String trainNow();

    @Message("The training has begun.")
    String started();

    @Message("Only what is heard can be searched: choose no search for values.")
    String nothingToSearch();

    @Message("Training, and choosing the model that answers, is the administrator's.")
    String notYours();

    @Message("Hyperparameters")
    String hyperparameters();

    @Message("Hyperparameters")
    String hyperparametersColumn();

    @Message("d {used.dimension} · λ {format:setting(used.regularization)} · α₀ {format:setting(used.unobservedWeight)}"
            + " · {#if used.growsWithPlays}log plays{#else}plays alike{/if} · {used.epochs} epochs")
    String hyperparametersInALine(HyperparametersView used);

    /** Name of a hyperparameter, by what the API calls it. */
    @Message("{#switch name}"
            + "{#case 'objective'}Objective"
            + "{#case 'dimension'}Dimension"
            + "{#case 'regularization'}Regularization λ"
            + "{#case 'unobservedWeight'}Weight of songs not heard, α₀"
            + "{#case 'confidence'}Weight of plays"
            + "{#case 'epochs'}Epochs"
            + "{#case 'learningRate'}Learning rate"
            + "{#case 'batchSize'}Batch size"
            + "{#case 'seed'}Seed"
            + "{#case 'tune'}Search"
            + "{/switch}")
    String hyperparameter(String name);

    /** What a hyperparameter does, by what the API calls it. */
    @Message("{#switch name}"
            + "{#case 'objective'}What scores are fitted to: that a song is heard, which ranks well, or the values of ratings, which ranks badly."
            + "{#case 'dimension'}Numbers in an embedding. More can tell more apart, and cost memory and time."
            + "{#case 'regularization'}How strongly embeddings are held short. More makes the model careful."
            + "{#case 'unobservedWeight'}How sure it is that a song nobody played is one not wanted. Less suits short histories."
            + "{#case 'confidence'}Whether a song played often says more than one played once."
            + "{#case 'epochs'}Passes over all interactions."
            + "{#case 'learningRate'}How far a step of Adam goes at first. Too far, and the loss grows."
            + "{#case 'batchSize'}Interactions to a step, for values alone: what is heard goes in blocks."
            + "{#case 'seed'}Where every random choice starts. The same one gives the same model."
            + "{#case 'tune'}Two minutes at most, and for what is heard alone."
            + "{/switch}")
    String hyperparameterHint(String name);

    @Message("searched")
    String searched();

    @Message("default")
    String byDefault();

    /** A word that a hyperparameter can be, by what the API calls both; empty for what Segue does without. */
    @Message("{#switch choice}"
            + "{#case 'none'}all the same"
            + "{#case 'log'}grows with plays"
            + "{#case 'false'}nothing: defaults"
            + "{#case 'implicit'}what is heard"
            + "{#case 'explicit'}rated values"
            + "{#else}{#if name is 'tune'}what is left empty{#else}searched{/if}"
            + "{/switch}")
    String choice(String name, String choice);

    @Message("No model has been trained yet.")
    String noModels();

    @Message("answers")
    String answers();

    @Message("damaged")
    String damaged();

    @Message("trained {age} on {format:count(interactions)} interactions")
    String trainedOn(String age, long interactions);

    @Message("{#if count == 1}1 interaction{#else}{format:count(count)} interactions{/if} since")
    String interactionsSince(long count);

    @Message("Let it answer")
    String activate();

    @Message("NDCG@10 on songs held out, with its 95 % interval")
    String contest();

    /** Name of a recommender: model, itemCosine, sessionCosine or popularity. */
    @Message("{#switch name}"
            + "{#case 'model'}this model"
            + "{#case 'itemCosine'}same listeners (item-cosine)"
            + "{#case 'sessionCosine'}same listeners and sessions (item-cosine)"
            + "{#case 'popularity'}most played"
            + "{/switch}")
    String recommender(String name);

    /** Beside the recommender that ranks best. */
    @Message("best")
    String best();

    /** Where a song model comes from. */
    @Message("{model.songs} of {model.allSongs} songs, from {model.users} listeners")
    String songsOf(SongModelView model);

    @Message("license {license}")
    String license(String license);

    @Message("Tells what single people play: keep it private")
    String tellsOfPeople();

    @Message("Delete")
    String delete();

    @Message("Export song model")
    String export();

    @Message("Import a song model")
    String songModelTitle();

    @Message(
            "A song model holds what a training somewhere else learned about songs, and no listener. Its songs can be found and recommended here. About {songs} songs fit into the memory of this machine: those you have heard come first, then the most popular.")
    String songModelHint(int songs);

    @Message("Song model file")
    String songModelFile();

    @Message("Import song model")
    String importSongModel();

    @Message("Choose one song model file, and send it again.")
    String oneSongModel();

    @Message("Segue can't keep the file: its disk may be full or read-only. Send it again later.")
    String unkeptSongModel();

    @Message("Last trainings")
    String pastTrainings();

    @Message("{#if count == 1}1 set{#else}{count} sets{/if} of hyperparameters tried")
    String hyperparametersTried(int count);
}
