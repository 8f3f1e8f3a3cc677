package org.segue.web.person;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of what only an administrator does with a person. */
@MessageBundle(value = "manage", locale = "en")
interface AdminMessages {

    @Message("Manage {name}")
    String adminTitle(String name);

    @Message("Music players")
    String tokens();

    @Message("Create a player token")
    String token();

    @Message("A music player needs a token to send plays and read playlists.")
    String tokenHint();

    @Message("Name")
    String name();

    @Message("Only imports know this listener. Confirm a name so that tokens, imports and players can use it.")
    String notNamedHere();

    @Message("Confirm name")
    String confirmName();

    @Message("Use 1 to {most} characters, without control characters.")
    String unusableName(int most);

    @Message("Merge with another listener")
    String merge();

    @Message(
            "Use this if another listener is the same person as {name}. You’ll see both names and counts before anything changes.")
    String mergeHint(String name);

    @Message("Compare both")
    String mergeNext();

    @Message("Merge {from} into {into}?")
    String mergeQuestion(String from, String into);

    @Message("Both become one listener:")
    String mergeBoth();

    @Message(
            "{into} gets all plays, feedback and playlists of {from}. Links to {from} then lead to {into}. This can’t be undone.")
    String mergeWarning(String from, String into);

    @Message("Merge {from} into {into}")
    String mergeNow(String from, String into);

    @Message("Both are one listener now.")
    String mergeDone();

    @Message("That’s the same listener.")
    String samePerson();

    @Message("Delete this listener")
    String forget();

    @Message(
            "This permanently deletes all plays and feedback of {name}, and what the models learned from them. Backups keep them.")
    String forgetSure(String name);

    @Message("Type {name} to confirm")
    String forgetType(String name);

    @Message("Type the name exactly as it is: {name}")
    String typeName(String name);

    @Message("Delete permanently")
    String forgetNow();

    @Message("{name} was deleted")
    String deletedTitle(String name);

    @Message("{#if count == 1}1 play{#else}{format:count(count)} plays{/if}")
    String deletedPlays(long count);

    @Message("feedback on {#if count == 1}1 song or artist{#else}{format:count(count)} songs and artists{/if}")
    String deletedFeedback(int count);

    @Message("{#if count == 1}1 saved playlist{#else}{format:count(count)} saved playlists{/if}")
    String deletedLists(int count);

    @Message("what stored models learned from them")
    String deletedModels();

    @Message("Backups aren’t changed. Importing a file again brings its listeners back, as new ones.")
    String deletedKept();

    @Message("Deleted")
    String whatWentTitle();
}
