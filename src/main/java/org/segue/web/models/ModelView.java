package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.segue.model.ModelManifest;
import org.segue.model.ModelVersion;
import org.segue.model.SongModelOrigin;

/**
 * A stored model as the page shows it.
 *
 * @param version its name in the API
 * @param active whether it answers
 * @param damage what is wrong with it, null if nothing is known to be
 * @param createdAt when its training ended, or it was imported; null if it is damaged
 * @param training what it was trained with and on, null if it is damaged
 * @param origin where it comes from, null if it was trained here or is damaged
 * @param test how it ranked held-out songs beside other recommenders
 */
@TemplateData
public record ModelView(
        String version,
        boolean active,
        @Nullable String damage,
        @Nullable Instant createdAt,
        @Nullable Training training,
        @Nullable SongModelView origin,
        TestView test) {

    /**
     * What a model was trained with and on.
     *
     * @param interactions how many it was trained on
     * @param hyperparameters it was trained with
     */
    @TemplateData
    public record Training(long interactions, HyperparametersView hyperparameters) {}

    static ModelView of(ModelVersion version) {
        ModelManifest manifest = version.manifest();
        if (manifest == null) {
            return new ModelView(
                    version.version(), version.active(), version.damage(), null, null, null, TestView.NONE);
        }
        SongModelOrigin origin = manifest.provenance().songModel();
        return new ModelView(
                version.version(),
                version.active(),
                version.damage(),
                manifest.provenance().createdAt(),
                origin != null
                        ? null
                        : new Training(
                                manifest.size().interactions(),
                                HyperparametersView.of(manifest.provenance().hyperparameters())),
                origin == null ? null : SongModelView.of(origin, manifest.size().songs()),
                TestView.of(manifest, version.active()));
    }
}
