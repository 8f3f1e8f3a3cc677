package org.segue.testsupport;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;

/**
 * Somebody before a page without a mouse: Tab goes to what is wanted, Enter or the space bar uses it. Each use and each file counts as a
 * click, typing does not.
 */
public final class KeyboardVisitor {

    private static final int MAX_TABS = 150;
    private static final String GROUP_IN_FOCUS =
            "(element) => document.activeElement.type === 'radio' && document.activeElement.name === element.name";
    private static final String IN_FOCUS = "(element) => element === document.activeElement";

    private final Page page;
    private int clicks;

    /** Before a page, with nothing used yet. */
    public KeyboardVisitor(Page page) {
        this.page = page;
    }

    /** Uses a link, a button or what opens more. */
    public void enter(Locator what) {
        goTo(what);
        press("Enter");
    }

    /** Chooses one of several radio buttons: the key Tab comes to the first or the chosen one, arrows to the others. */
    public void choose(Locator radio) {
        radio.waitFor();
        for (int tabs = 0; tabs < MAX_TABS && !isInGroupOfFocus(radio); tabs++) {
            page.keyboard().press("Tab");
        }
        for (int arrows = 0; arrows < MAX_TABS && !isInFocus(radio); arrows++) {
            page.keyboard().press("ArrowDown");
        }
        Assertions.assertThat(isInFocus(radio)).as("keys come to %s", radio).isTrue();
        press(" ");
    }

    /** Checks a box. */
    public void check(Locator box) {
        goTo(box);
        press(" ");
    }

    /** Types into a field in place of what it holds. */
    public void type(Locator field, String text) {
        goTo(field);
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type(text);
    }

    /** Types, and sends the form. */
    public void send(Locator field, String text) {
        type(field, text);
        press("Enter");
    }

    /** Chooses files where there is a field for them: the dialog is the system's. */
    public void file(Locator field, FilePayload file) {
        goTo(field);
        field.setInputFiles(file);
        clicks++;
    }

    /** How often something was used. */
    public int clicks() {
        return clicks;
    }

    private void press(String key) {
        page.keyboard().press(key);
        clicks++;
    }

    private void goTo(Locator what) {
        what.waitFor();
        for (int tabs = 0; tabs < MAX_TABS && !isInFocus(what); tabs++) {
            page.keyboard().press("Tab");
        }
        Assertions.assertThat(isInFocus(what)).as("Tab comes to %s", what).isTrue();
    }

    private static boolean isInGroupOfFocus(Locator radio) {
        return radio.evaluate(GROUP_IN_FOCUS).equals(true);
    }

    private static boolean isInFocus(Locator what) {
        return what.evaluate(IN_FOCUS).equals(true);
    }
}
