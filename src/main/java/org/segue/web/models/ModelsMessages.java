package org.segue.web.models;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.training.RequestField;

/** Messages of the page of models and trainings. */
@MessageBundle(value = "models", locale = "en")
interface ModelsMessages {

    @Message("Models")
    String title();

    @Message(
            "Segue retrains automatically when new plays arrive. Here you see how well each model predicts songs that were hidden from it, and which model is active.")
    String lead();

    @Message("How it works")
    String how();

    /** A score with its interval. */
    @Message("{format:metric(ndcg.mean)} ({format:metric(ndcg.low)} – {format:metric(ndcg.high)})")
    String scored(Interval ndcg);

    @Message("Training {id}")
    String trainingNumber(int id);

    @Message("epoch {epoch} of {epochs}, loss {loss}")
    String epochAndLoss(int epoch, int epochs, String loss);

    @Message("Settings tried")
    String trials();

    @Message("NDCG@10 by trial")
    String trialsChart();

    @Message("Loss by epoch")
    String lossChart();

    @Message("{label}: from {bottom} to {top}")
    String chartFromTo(String label, String bottom, String top);

    @Message("diverged")
    String diverged();

    @Message("No listening data to train on yet.")
    String nothingToTrain();

    @Message("Train a new model")
    String trainTitle();

    @Message(
            "By default, Segue tunes the hyperparameters, evaluates them on held-out songs, and then trains on all data. This takes a few minutes.")
    String trainHint();

    @Message("Start training")
    String trainNow();

    @Message("Training started.")
    String started();

    /** The numbers that a hyperparameter can be. */
    @Message("{#if field.step is 'any'}a number{#else}a whole number{/if}"
            + "{#if field.min} from {field.min}{/if}{#if field.max} to {field.max}{/if}")
    String range(RequestField field);

    @Message("Training {id} is running. Wait until it ends, or cancel it.")
    String underWay(int id);

    @Message("Tuning works only with the implicit objective. Turn it off to train on ratings.")
    String nothingToSearch();

    @Message("Only the administrator can train and activate models.")
    String notYours();

    @Message("Hyperparameters")
    String hyperparameters();

    @Message("Hyperparameters")
    String hyperparametersColumn();

    @Message(
            "{used.dimension} dimensions · λ {format:setting(used.regularization)} · α₀ {format:setting(used.unobservedWeight)}"
                    + " · {#if used.growsWithPlays}log-weighted plays{#else}unweighted plays{/if} · {used.epochs} epochs")
    String hyperparametersInALine(HyperparametersView used);

    /** Name of a hyperparameter, by what the API calls it. */
    @Message("{#switch name}"
            + "{#case 'objective'}Objective"
            + "{#case 'dimension'}Dimension"
            + "{#case 'regularization'}Regularization (λ)"
            + "{#case 'unobservedWeight'}Weight of unplayed songs (α₀)"
            + "{#case 'confidence'}Play-count weighting"
            + "{#case 'epochs'}Epochs"
            + "{#case 'learningRate'}Learning rate"
            + "{#case 'batchSize'}Batch size"
            + "{#case 'seed'}Seed"
            + "{#case 'tune'}Tuning"
            + "{/switch}")
    String hyperparameter(String name);

    /** What a hyperparameter does, by what the API calls it. */
    @Message("{#switch name}"
            + "{#case 'objective'}Implicit predicts which songs get played and ranks well. Explicit predicts rating values and ranks poorly."
            + "{#case 'dimension'}Embedding size. Larger embeddings capture more detail but need more memory and time."
            + "{#case 'regularization'}Keeps embeddings small. Higher values make the model more conservative."
            + "{#case 'unobservedWeight'}How strongly an unplayed song counts as unwanted. Lower values suit short histories."
            + "{#case 'confidence'}Whether songs played often count more than songs played once."
            + "{#case 'epochs'}Number of passes over the data."
            + "{#case 'learningRate'}Initial step size of the Adam optimizer. If it’s too high, the loss grows."
            + "{#case 'batchSize'}Interactions per step. Only used with the explicit objective."
            + "{#case 'seed'}Random seed. The same seed and data give the same model."
            + "{#case 'tune'}Takes up to two minutes. Implicit objective only."
            + "{/switch}")
    String hyperparameterHint(String name);

    @Message("Auto")
    String searched();

    @Message("Default")
    String byDefault();

    /** A word that a hyperparameter can be, by what the API calls both; empty for what Segue does without. */
    @Message("{#switch choice}"
            + "{#case 'none'}None: every played song counts the same"
            + "{#case 'log'}Logarithmic"
            + "{#case 'false'}Off: use defaults"
            + "{#case 'implicit'}Implicit (plays)"
            + "{#case 'explicit'}Explicit (ratings)"
            + "{#else}{#if name is 'tune'}Tune empty fields{#else}Auto{/if}"
            + "{/switch}")
    String choice(String name, String choice);

    @Message("No models yet.")
    String noModels();

    @Message("Active")
    String answers();

    @Message("Damaged")
    String damaged();

    /** What a model is called. */
    @Message("{#if model.origin??}Song model {model.origin.name}"
            + "{#else if model.createdAt??}Model of {format:minute(model.createdAt)}"
            + "{#else}{model.version}{/if}")
    String named(ModelView model);

    @Message("Details")
    String details();

    @Message("Name in the API: {version}")
    String version(String version);

    @Message("trained on {format:count(interactions)} interactions")
    String trainedOn(long interactions);

    @Message("imported {date}")
    String importedOn(String date);

    /** What came of the test of a model. */
    @Message("{#switch test.decision}"
            + "{#case 'passed'}Activated automatically after its test."
            + "{#case 'kept'}Not activated automatically. The active model stays until you activate this one."
            + "{#case 'first'}Activated because there was no other model, although other methods rank better."
            + "{#case 'failed'}Not activated automatically, because it ranks no better than what was there."
            + "{#case 'thin'}{#if test.contest}Tested on few listeners or sessions ({test.tested}), so these figures are rough.{#else}There is too little data to test this model. It works all the same, and more plays make it better.{/if}"
            + "{#case 'unasked'}Activated without a test."
            + "{#case 'byHand'}You activated this model."
            + "{/switch}")
    String decision(TestView test);

    @Message("Activate this model?")
    String activateTitle();

    /** Asked before a model is activated that something ranks better than. */
    @Message("{#if rival.error}"
            + "This model’s error on held-out ratings is {format:metric(rival.own)}. Always guessing the average gives {format:metric(rival.score)}."
            + "{#else}"
            + "This model scores {format:metric(rival.own)} on held-out songs."
            + " {#switch rival.name}"
            + "{#case 'itemCosine'}Recommending similar songs"
            + "{#case 'sessionCosine'}Recommending similar songs and sessions"
            + "{#case 'popularity'}Recommending popular songs"
            + "{#case 'incumbent'}The model before it"
            + "{/switch} scores {format:metric(rival.score)}."
            + "{/if} Activate it anyway?")
    String activateSure(TestView.Rival rival);

    @Message("Delete this model?")
    String deleteTitle();

    @Message("Delete this model? You can’t undo this.")
    String deleteSure();

    @Message("Refresh")
    String refresh();

    @Message("{#if count == 1}1 interaction{#else}{format:count(count)} interactions{/if} since")
    String interactionsSince(long count);

    @Message("Activate")
    String activate();

    @Message("Ranking quality on held-out songs (NDCG@10, 95% confidence interval)")
    String contest();

    /** Name of a recommender: model, itemCosine, sessionCosine or popularity. */
    @Message("{#switch name}"
            + "{#case 'model'}This model"
            + "{#case 'itemCosine'}Baseline: similar songs (item cosine)"
            + "{#case 'sessionCosine'}Baseline: similar songs and sessions (item cosine)"
            + "{#case 'popularity'}Baseline: popularity"
            + "{/switch}")
    String recommender(String name);

    /** Beside the recommender that ranks best. */
    @Message("Best")
    String best();

    @Message("Delete")
    String delete();

    @Message("Training history")
    String pastTrainings();

    @Message("{#if count == 1}1 setting{#else}{count} settings{/if} tried")
    String hyperparametersTried(int count);
}
