package org.segue.web.library;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.segue.catalog.RealListenerRepository;
import org.segue.catalog.User;
import org.segue.library.LibraryConnections;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryLogin;
import org.segue.library.LoginRepository;
import org.segue.library.push.ListOnServer;
import org.segue.library.push.ListPushService;
import org.segue.library.push.PushState;
import org.segue.listens.ListensChanged;
import org.segue.text.Sentence;
import org.segue.web.library.LoginView.Listener;
import org.segue.web.library.LoginView.Pushed;
import org.segue.web.library.LoginView.State;
import org.segue.web.library.ServerReader.Said;

/** Reads whose accounts a library has, and what is sent to them. Its methods block. */
@Singleton
class LoginsReader {

    private static final int LISTENERS = 200;

    private final LoginRepository logins;
    private final LibraryConnections connections;
    private final ListPushService lists;
    private final RealListenerRepository listeners;

    LoginsReader(
            LoginRepository logins,
            LibraryConnections connections,
            ListPushService lists,
            RealListenerRepository listeners) {
        this.logins = logins;
        this.connections = connections;
        this.lists = lists;
        this.listeners = listeners;
    }

    List<LoginView> view(int libraryId, Said said) {
        return logins.ofLibrary(libraryId).stream()
                .map(login -> login(login, login.id() == said.changed() ? said.problem() : FieldProblem.NONE))
                .toList();
    }

    private LoginView login(LibraryLogin login, FieldProblem typed) {
        boolean isReadable = isReadable(login);
        Sentence problem = login.problem();
        return new LoginView(
                login.id(),
                new Listener(login.listener(), login.listenerName()),
                login.serverUser(),
                login.taste(),
                new State(problem, !isReadable || problem != null, typed),
                lists.of(login).stream().map(LoginsReader::list).toList());
    }

    private static Pushed list(ListOnServer list) {
        PushState state = list.state();
        String word = state == null ? "open" : state.word();
        return new Pushed(list.list(), list.name(), list.enabled() ? word : "off", list.message(), list.sentAt());
    }

    // Opening calls nobody.
    private boolean isReadable(LibraryLogin login) {
        try {
            connections.open(login);
            return true;
        } catch (LibraryException e) {
            return e.fault() != Fault.LOGIN;
        }
    }

    /** Listeners of the household who have no account yet that Segue knows there. */
    List<User> listeners(int libraryId) {
        Set<Integer> known =
                logins.ofLibrary(libraryId).stream().map(LibraryLogin::userId).collect(Collectors.toSet());
        return listeners.besides(ListensChanged.DEMO, LISTENERS).stream()
                .filter(user -> !known.contains(user.id()))
                .toList();
    }
}
