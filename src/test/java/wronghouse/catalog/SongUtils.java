package wronghouse.catalog;

import ai.djl.ndarray.NDManager;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpClient;
import java.sql.Connection;
import wronghouse.web.SongPage;

/** Has a name that says nothing and imports what its room may not. */
public record SongUtils(SongPage page, NDManager arrays, Response response, Connection connection, HttpClient client) {}
