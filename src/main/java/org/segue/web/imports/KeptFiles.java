package org.segue.web.imports;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RealListenerRepository;
import org.segue.catalog.User;
import org.segue.imports.ColumnsException;
import org.segue.imports.ImportException;
import org.segue.imports.ImportPreview;
import org.segue.imports.ListenerException;
import org.segue.imports.PreviewService;
import org.segue.imports.UndecidedDatesException;
import org.segue.imports.UnknownColumnsException;
import org.segue.imports.Upload;
import org.segue.listens.ListensChanged;
import org.segue.web.Language;

/** Files that wait for their import, as the page shows them. Sent once, they are read as often as people say how. */
@Singleton
class KeptFiles {

    /** So many listeners are offered by name. */
    private static final int OFFERED = 12;

    private final PreviewService previews;
    private final RealListenerRepository listeners;
    private final Language language;

    KeptFiles(PreviewService previews, RealListenerRepository listeners, Language language) {
        this.previews = previews;
        this.listeners = listeners;
        this.language = language;
    }

    /**
     * Keeps files and reads them.
     *
     * @throws ImportException if they cannot be imported and nothing that people can say helps; they are not kept then
     */
    @Nullable
    PreviewView keep(List<Upload> files, ImportForm form) {
        String upload = previews.keep(files);
        try {
            return read(upload, form, form);
        } catch (ImportException e) {
            previews.forget(upload);
            throw e;
        }
    }

    /**
     * Reads kept files once more; null if there are none of the name.
     *
     * @throws ImportException if they cannot be imported and nothing that people can say helps
     */
    @Nullable
    PreviewView look(String upload, ImportForm form) {
        return read(upload, form, form.problem().isEmpty() ? form.of("") : ImportForm.BLANK);
    }

    /**
     * Reads kept files.
     *
     * @param form as it was typed
     * @param usable what of it says how the files are read
     */
    private @Nullable PreviewView read(String upload, ImportForm form, ImportForm usable) {
        try {
            return previews.look(upload, ImportFormReader.options(usable))
                    .map(read -> view(read, form))
                    .orElse(null);
        } catch (UndecidedDatesException e) {
            String problem = messages().undecided(language.say(e.sentence()));
            return PreviewView.unread(upload, told(form, problem), null);
        } catch (UnknownColumnsException e) {
            String problem = messages().unknownColumns(e.table().file());
            return PreviewView.unread(upload, told(form, problem), e.table());
        } catch (ListenerException | ColumnsException e) {
            if (!form.problem().isEmpty()) {
                throw e;
            }
            return look(upload, form.with(language.say(e.sentence())));
        }
    }

    // What is wrong with what somebody has just said comes first.
    private static ImportForm told(ImportForm form, String problem) {
        return form.problem().isEmpty() ? form.with(problem) : form;
    }

    private PreviewView view(ImportPreview preview, ImportForm form) {
        List<User> here = listeners.besides(ListensChanged.DEMO, OFFERED);
        return PreviewView.of(preview, WhoseView.of(preview.whose(), form.user(), here), form);
    }

    private PreviewMessages messages() {
        return language.messages(PreviewMessages.class);
    }
}
