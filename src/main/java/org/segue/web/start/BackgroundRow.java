package org.segue.web.start;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;
import org.segue.backgrounds.Background;
import org.segue.backgrounds.BackgroundKind;
import org.segue.text.Sentence;
import org.segue.web.Formatting;

/**
 * A background as the start page shows it.
 *
 * @param id its number
 * @param kind where it comes from
 * @param status in a word
 * @param step what it is at, empty unless it runs
 * @param percent done, 0 to 100
 * @param loading how much has come; of no bytes unless it is being loaded
 * @param listeners how many it has brought
 * @param error why it failed, null unless it did
 */
@TemplateData
public record BackgroundRow(
        int id,
        String kind,
        String status,
        String step,
        int percent,
        Background.Loading loading,
        long listeners,
        @Nullable Sentence error) {

    static BackgroundRow of(Background background) {
        Background.Step step = background.step();
        Integer listeners = background.listeners();
        return new BackgroundRow(
                background.id(),
                background.request().kind().word(),
                background.status().word(),
                step == null ? "" : step.word(),
                Formatting.percent(background.progress()),
                background.loading(),
                listeners == null ? 0 : listeners,
                background.failure());
    }

    /** Whether it is a song model. */
    public boolean isSongModel() {
        return kind.equals(BackgroundKind.SONG_MODEL.word());
    }

    /** Whether it waits or is at work. */
    public boolean isUnderWay() {
        return status.equals("queued") || status.equals("running");
    }

    /** Whether Segue learns from it. */
    public boolean isInForce() {
        return status.equals("completed");
    }
}
