package org.segue.imports.formats;

import java.io.IOException;
import org.segue.catalog.UserAlias;
import org.segue.imports.ImportOptions;

/**
 * {@code user.json} of a ListenBrainz export: {@code {user_id, username}}, whose listens the files beside it hold. Segue's own
 * says in {@code segue_user} which user of this house that is, and of one whom only a source knows, which user of that source.
 */
final class ListenBrainzUserImporter implements HistoryImporter {

    private static final String SEGUE_USER = "segue_user";
    private static final String SOURCE = "segue_source";
    private static final String SOURCE_ID = "segue_source_id";

    private static final Format FORMAT = new Format(
            ListenBrainzImporter.NAME,
            ListenBrainzLine.LISTENBRAINZ,
            Signature.json("user_id", "username")
                    .or(Signature.json("user_id", "user_name"))
                    .butNot(Signature.json("track_metadata")));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        JsonEntries.readArray(
                file,
                sink,
                user -> sink.owner(new FilesOwner(
                        Fields.id("username", user.text("username", "user_name")),
                        user.has(SEGUE_USER) ? Fields.id(SEGUE_USER, user.text(SEGUE_USER)) : null,
                        user.has(SOURCE) && user.has(SEGUE_USER) ? ofSource(user) : null)));
    }

    private static UserAlias ofSource(JsonEntry user) throws BadRowException {
        return new UserAlias(Fields.id(SOURCE, user.text(SOURCE)), Fields.id(SOURCE_ID, user.text(SOURCE_ID)));
    }
}
