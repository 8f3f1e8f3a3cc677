package org.segue.library;

import org.segue.text.Phrase;

/** What is said of music libraries and their servers. */
public enum LibraryPhrase implements Phrase {
    GONE("The library no longer exists."),
    LOGIN_GONE("The login no longer exists."),
    UNKNOWN_KIND("Segue doesn’t support %s servers."),
    NO_LOGINS("Nobody signs in to %s. Add a login."),
    FORBIDDEN_ADDRESS("Segue doesn’t call %s: the address is link-local, unassigned, or Segue itself."),
    UNKNOWN_HOST("The name %s can’t be found in the network."),
    NO_HTTP("%s doesn’t speak HTTP. Check the address."),
    BROKE_OFF("%s closed the connection in the middle of its response."),
    OTHER_HOST("The server redirects to another host. Enter its real address."),
    INSECURE("The server redirects from https to http. Segue doesn’t follow."),
    ODD_REDIRECT("The server redirects to something that isn’t an address."),
    ENDLESS("The server redirects without end. Check the address."),
    SLOW("%s didn’t answer within %d seconds."),
    STOPPING("Segue is shutting down."),
    LARGE("The server’s response is larger than 10 MB."),
    NOT_THERE("The server doesn’t have what Segue asked for."),
    REFUSED("The server refuses this login. Enter user and password, or the API key, again."),
    FORBIDDEN("The server doesn’t allow this account to do that."),
    NO_JELLYFIN("No Jellyfin server answers at this address (HTTP 404). Check the address and the kind."),
    NOT_READY("The server isn’t ready (HTTP 503). It may be starting. Try again later."),
    SERVER_ERROR("The server has an error of its own (HTTP %d)."),
    NOT_UNDERSTOOD("The server doesn’t understand Segue (HTTP %d)."),
    LIST_UNNAMED("The server created the playlist, but doesn’t say which one it is."),
    KEY_WITHOUT_USER("The server accepts the API key, but has no user of this name. Enter the user name as well."),
    NOT_JELLYFIN("The response isn’t Jellyfin’s. Check the address and the kind."),
    PROXY_LOGIN("Something in front of the server asks for a login of its own (HTTP %d). Let Segue through to /rest/."),
    TOO_OFTEN("The server says that Segue asks too often (HTTP 429). Try again later."),
    NO_SUBSONIC("No Subsonic server answers at this address (HTTP %d). Check the address and the kind."),
    LIST_NOT_FOUND("The server says that it created the playlist, but doesn’t list it."),
    NO_API_KEY("The server doesn’t accept this API key, or doesn’t support API keys. Sign in with user and password."),
    INTERRUPTED("Segue stopped during this sync. The library is as it was before. The next sync reads it again."),
    TAKEN("There is already a library with this name or address."),
    ACCOUNT_TAKEN(
            "%s already signs in to %s as %s, and its stars and plays count for one listener. Import nothing from it for %s, or sign in with another account."),
    TASTE_TAKEN("The stars and plays of %s already count for another listener."),
    DELETED_THERE("It was deleted in the player. Turn it on again to send it again."),
    OF_OTHERS("It belongs to another account in the player, so Segue leaves it alone."),
    CHANGED_THERE(
            "Its comment in the player no longer says that Segue created it, so Segue leaves it alone. Turn it on again to send a new one."),
    DOUBLED("The server’s ListenBrainz plugin creates this playlist as well, as “[LB] …”. Turn one of the two off."),
    NOTHING_THERE("None of its songs are in this library."),
    NONE_ARRIVED("The server says that it took the playlist, but none of its songs arrived."),
    SOME_ARRIVED("%d of %d songs arrived. Sync the library: the server may have other songs by now."),
    PARAMETER("The server says that something is missing in Segue’s request."),
    OTHER_VERSION("The server uses a different version of the Subsonic protocol than Segue."),
    WRONG_PASSWORD("The server refuses this user and password."),
    OTHER_SIGN_IN("The server doesn’t accept this way of signing in."),
    WRONG_KEY("The server refuses this API key."),
    FAILED("The server reports an error (code %d). Its log may say why."),
    SIGN_IN_AGAIN(
            "The stored password of %s can’t be decrypted: secret.key has changed, for example after a restore. Sign in again."),
    OF_LISTENER("%s: %s"),
    AND("%s %s"),
    WEB_PAGE("The server answers with a web page instead of its API. Check the address."),
    XML_ONLY("The server answers in XML only. It is too old for Segue."),
    NOT_SUBSONIC("The response isn’t a Subsonic server’s. Check the address and the kind."),
    CERTIFICATE_EXPIRED("The certificate of %s has expired."),
    CERTIFICATE_OTHER_HOST("The certificate of %s is for another host name."),
    CERTIFICATE_UNTRUSTED(
            "The certificate of %s isn’t trusted. Use a certificate of a known authority, add yours to Java’s trust store, or use http inside your network."),
    NO_HTTPS("%s doesn’t speak https at this port. Check the address."),
    NOT_SECURE("No secure connection to %s was possible."),
    TIMEOUT("%s can’t be reached: no connection was possible in time."),
    NO_ROUTE("%s can’t be reached: there is no route to it."),
    NOTHING_ANSWERS("%s can’t be reached: nothing answers there. Check the port, and that the server is running.");

    private final String english;

    LibraryPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "library";
    }

    @Override
    public String english() {
        return english;
    }
}
