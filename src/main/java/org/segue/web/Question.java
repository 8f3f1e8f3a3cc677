package org.segue.web;

import io.quarkus.qute.TemplateData;

/**
 * What a form asks before it does something that cannot be taken back, of browsers without script. The page sends the form once
 * more, with {@code sure}.
 *
 * @param root where the pages are, relative to the address of the form
 * @param title what is to be done
 * @param sentence what becomes of it
 * @param button what does it
 * @param back address of the page that the form is on, relative to the address of the form
 */
@TemplateData
public record Question(String root, String title, String sentence, String button, String back) {

    /** What {@code sure} is once somebody has said so. */
    public static final String SURE = "true";
}
