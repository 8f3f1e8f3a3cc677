package org.segue.imports.dumps;

import org.segue.text.Phrase;

/** What is said of downloads. */
enum MirrorPhrase implements Phrase {
    TOO_LARGE("%s has %.1f GB. The limit for a data set is 2 GB: use a part of it."),
    UNREACHABLE("%s can’t be reached (%s)."),
    NO_CONNECTIONS("it takes no connections"),
    NO_SUCH_NAME("nobody knows its name"),
    NOT_KEPT(
            "The download could not be saved (%s): %s of %s had arrived. Nothing was kept. Free some space and try again."),
    BROKE_OFF("The download of %s stopped %d times in a row at %s of %s (%s). Nothing was kept. Try again later."),
    NOT_THERE("The mirror doesn’t have %s (HTTP %d)."),
    CHECKSUM("The checksum of %s is wrong (SHA-256 %s… instead of %s…). Nothing was kept. Try again later."),
    LISTENS_NOT_FOUND(
            "The dumps at %s don’t contain listenbrainz-listens-dump-…-incremental.tar.zst. Their layout has changed."),
    NO_MIRROR("The mirror %s can’t be reached (%s). Check the internet connection."),
    NO_DUMPS(
            "No dump called listenbrainz-dump-…-incremental is listed at %s. The layout has changed, or segue.background.url isn’t the folder of incremental dumps."),
    NO_CHECKSUM("%s isn’t a SHA-256 checksum. The layout has changed."),
    TOO_MANY_REDIRECTS("The mirror redirects from %s more than %d times."),
    ODD_REDIRECT("The mirror redirects from %s to something that isn’t an address."),
    INSECURE_REDIRECT("The mirror redirects to %s, which isn’t https. Nothing was downloaded."),
    LIST_TOO_LARGE("%s is too large for a list of dumps."),
    MORE_THAN_SAID("%s is larger than the mirror says (%s). Nothing was kept. Try again later."),
    MORE_THAN_ROOM("The mirror doesn’t say how large %s is, and there is no room for more than %s. Nothing was kept.");

    private final String english;

    MirrorPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "mirror";
    }

    @Override
    public String english() {
        return english;
    }
}
