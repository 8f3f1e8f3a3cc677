package org.segue.benchmark;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassNotPreparedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidStackFrameException;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectCollectedException;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.EventRequestManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists the calls from one type of Segue's to another on the way of one request, to see whether the way is longer than
 * it has to be. Needs nothing but a JDK:
 *
 * <pre>java src/benchmark/java/org/segue/benchmark/CallWalk.java target/quarkus-app --walk recommend|listen|training [--warm 1] [--quiet 5] [--hot 1000]</pre>
 *
 * <p>It starts the packaged application on a fresh data folder, brings it to where the request can be answered, sends
 * the same request {@code --warm} times, and then once more while it watches, until nothing has happened for {@code
 * --quiet} seconds. The service and the worker of a training are told by {@code JAVA_TOOL_OPTIONS} to be debugged by
 * this program, which has a breakpoint at the start of every method: unlike a request for all entries of methods, a
 * breakpoint costs nothing elsewhere, and one that was reached {@code --hot} times without a new caller is taken away
 * until the next new call of anything. Periodic tasks are held before they begin: they are no part of the request.
 *
 * <p>A <em>hop</em> is a call of a method of one outermost type by another, each pair of a type and a method counted
 * once, in the order in which they first appear. The caller is the nearest frame of Segue's below the method, whatever
 * frames of libraries and of generated classes are in between; a lambda is of the type in which it is written, and is
 * no hop itself. Left out are accessors, constructors that only store what they are given, those of records, enums and
 * exceptions, those that the container calls, {@code toString}, {@code equals} and {@code hashCode}. An accessor only
 * loads, stores or returns a value: a field, a field's field, the length or size of one of them. What a library calls by
 * itself, a resource for instance, has no caller of Segue's: it is listed apart, and not counted. So is {@code close},
 * which ends a try and has no line of its own in the source; what it calls besides other {@code close}s counts.
 */
public final class CallWalk {

    private static final String ROOT = "org.segue.";
    private static final String TOKEN = "administrator-of-the-walk";

    /** Nothing that is waited for takes longer, unless it hangs. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(15);

    private CallWalk() {}

    /** Walks. */
    public static void main(String... args) throws Exception {
        Options options = Options.of(args);
        Path folder = Files.createTempDirectory("segue-walk-");
        try (Watch watch = new Watch(options.hot());
                Service service = new Service(options.application(), folder, watch.address())) {
            Walk walk = options.walk();
            walk.prepare(service);
            for (int i = 0; i < options.warm(); i++) {
                walk.request(service, i).requireSuccess(service);
            }
            TimeUnit.SECONDS.sleep(options.quiet());
            watch.begin();
            Answer answer = walk.request(service, options.warm());
            watch.awaitQuiet(TimeUnit.SECONDS.toNanos(options.quiet()));
            watch.end();
            answer.requireSuccess(service);
            watch.print(options);
        } catch (IOException | RuntimeException e) {
            System.err.println("The log of the service is " + folder.resolve("service.log"));
            throw e;
        }
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * What the command line says.
     *
     * @param application folder of the packaged application
     * @param walk which request
     * @param warm how often it is sent before
     * @param quiet it has been worked off when so many seconds nothing happens
     * @param hot a method reached so often without a new caller is not watched any more
     */
    private record Options(Path application, Walk walk, int warm, int quiet, int hot) {

        static Options of(String... args) {
            Path application = null;
            Walk walk = Walk.RECOMMEND;
            int warm = 1;
            int quiet = 5;
            int hot = 1000;
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--walk" -> walk = Walk.valueOf(args[++i].toUpperCase(Locale.ROOT));
                    case "--warm" -> warm = Integer.parseInt(args[++i]);
                    case "--quiet" -> quiet = Integer.parseInt(args[++i]);
                    case "--hot" -> hot = Integer.parseInt(args[++i]);
                    default -> application = Path.of(args[i]);
                }
            }
            if (application == null || !Files.exists(application.resolve("quarkus-run.jar"))) {
                throw new IllegalArgumentException("expected the folder of quarkus-run.jar");
            }
            return new Options(application.toAbsolutePath(), walk, warm, quiet, hot);
        }
    }

    /** A request, and what has to be there before it. */
    private enum Walk {
        /** Songs for a user whom the model was trained on, with reasons. */
        RECOMMEND {
            @Override
            void prepare(Service service) throws Exception {
                service.start(true);
                service.awaitEnd("/api/imports/1");
                service.awaitEnd("/api/trainings/1");
                // What is kept in memory of the questions before shall not be there.
                service.start(true);
            }

            @Override
            Answer request(Service service, int number) throws Exception {
                String answer =
                        service.post("/recommend", "application/json", "{\"user\":\"amara-olander\",\"n\":10}", false);
                return new Answer(answer, "\"strategy\":\"trained\"", "");
            }
        },
        /** A small history of a user, uploaded as a table. */
        LISTEN {
            @Override
            void prepare(Service service) throws Exception {
                service.start(false);
            }

            @Override
            Answer request(Service service, int number) throws Exception {
                return Answer.ofJob("/api/imports/", upload(service, listens(number)));
            }
        },
        /** A model, with a search and a test. */
        TRAINING {
            @Override
            void prepare(Service service) throws Exception {
                service.start(false);
                Answer.ofJob("/api/imports/", upload(service, table())).requireSuccess(service);
            }

            @Override
            Answer request(Service service, int number) throws Exception {
                // Another length each time: the hyperparameters of the model that answers are never the same.
                String body = "{\"dimension\":%d,\"epochs\":3,\"seed\":1}".formatted(4 + number);
                return Answer.ofJob("/api/trainings/", service.post("/api/trainings", "application/json", body, true));
            }
        };

        private static final int USERS = 80;
        private static final int SONGS = 60;
        private static final int SONGS_EACH = 15;
        private static final int START = 1_600_000_000;
        private static final int DAY = 86_400;

        abstract void prepare(Service service) throws Exception;

        abstract Answer request(Service service, int number) throws Exception;

        private static String upload(Service service, String table) throws Exception {
            String body = "--segue\r\nContent-Disposition: form-data; name=\"file\"; filename=\"listens.csv\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n" + table + "\r\n--segue--\r\n";
            return service.post("/api/imports", "multipart/form-data; boundary=segue", body, true);
        }

        private static String listens(int number) {
            StringBuilder rows = new StringBuilder("user,artist,title,album,timestamp\n");
            for (int i = 0; i < 6; i++) {
                rows.append("walker,Artist %d,Song %d of %d,Album,%d%n"
                        .formatted(i % 2, i % 4, number, START + (6 * number + i) * DAY));
            }
            return rows.toString();
        }

        private static String table() {
            SplittableRandom random = new SplittableRandom(1);
            StringBuilder rows = new StringBuilder("user,artist,title,timestamp\n");
            for (int user = 0; user < USERS; user++) {
                for (int i = 0; i < SONGS_EACH; i++) {
                    int song = (user % 4 * SONGS / 4 + random.nextInt(SONGS / 2)) % SONGS;
                    rows.append("user-%d,Artist %d,Song %d,%d%n".formatted(user, song / 5, song, START + i * DAY));
                }
            }
            return rows.toString();
        }
    }

    /**
     * What a request was answered with.
     *
     * @param text the body
     * @param expected what is in it if all went well, empty of a job
     * @param job where the job can be followed, empty if there is none
     */
    private record Answer(String text, String expected, String job) {

        static Answer ofJob(String path, String text) {
            Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(text);
            if (!id.find()) {
                throw new IllegalStateException("no job: " + text);
            }
            return new Answer(text, "", path + id.group(1));
        }

        void requireSuccess(Service service) throws Exception {
            if (!job.isEmpty()) {
                service.awaitEnd(job);
            } else if (!text.contains(expected)) {
                throw new IllegalStateException("%s is not in %s".formatted(expected, text));
            }
        }
    }

    /** The packaged application in a process of its own. */
    private static final class Service implements AutoCloseable {

        private final Path application;
        private final Path folder;
        private final String debugger;
        private final int port;
        private final HttpClient client = HttpClient.newHttpClient();
        private Optional<Process> process = Optional.empty();

        Service(Path application, Path folder, String debugger) throws IOException {
            this.application = application;
            this.folder = folder;
            this.debugger = debugger;
            try (ServerSocket free = new ServerSocket(0)) {
                this.port = free.getLocalPort();
            }
        }

        void start(boolean demo) throws Exception {
            stop();
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dsegue.data-dir=" + folder.resolve("data"),
                    "-Dsegue.demo=" + demo,
                    "-Dsegue.access.admin-token=" + TOKEN,
                    // The same search each time, however slow it is to be watched.
                    "-Dsegue.training.threads=1",
                    "-Dsegue.training.search-limit=1h",
                    "-Dquarkus.http.host=127.0.0.1",
                    "-Dquarkus.http.port=" + port,
                    "-jar",
                    application.resolve("quarkus-run.jar").toString());
            // The worker of a training inherits it.
            builder.environment()
                    .put(
                            "JAVA_TOOL_OPTIONS",
                            "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + debugger);
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("service.log").toFile()));
            process = Optional.of(builder.start());
            await("/q/health/ready", "\"status\"");
        }

        void awaitEnd(String job) throws Exception {
            String answer = await(job, "\"status\":\"(completed|failed|cancelled)\"");
            if (!answer.contains("\"status\":\"completed\"")) {
                throw new IllegalStateException(answer);
            }
        }

        private String await(String path, String pattern) throws Exception {
            Pattern wanted = Pattern.compile(pattern);
            long start = System.nanoTime();
            while (System.nanoTime() - start < PATIENCE_NANOS
                    && process.orElseThrow().isAlive()) {
                try {
                    String answer = send(request(path, true).build());
                    if (wanted.matcher(answer.replaceAll("\\s", "")).find()) {
                        return answer.replaceAll("\\s+", " ");
                    }
                } catch (IOException e) {
                    // It does not listen yet.
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
            throw new IllegalStateException("no %s at %s".formatted(pattern, path));
        }

        String post(String path, String type, String body, boolean signedIn) throws Exception {
            return send(request(path, signedIn)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body))
                    .build());
        }

        private HttpRequest.Builder request(String path, boolean signedIn) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
            return signedIn ? request.header("Authorization", "Bearer " + TOKEN) : request;
        }

        private String send(HttpRequest request) throws IOException, InterruptedException {
            return client.send(request, BodyHandlers.ofString()).body();
        }

        private void stop() throws InterruptedException {
            if (process.isPresent()) {
                // It would wait for the tasks that are held.
                process.get().destroyForcibly().waitFor();
                process = Optional.empty();
            }
        }

        @Override
        public void close() {
            try {
                stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Debugs whatever Java process asks for it, and notes who calls whom. */
    private static final class Watch implements AutoCloseable {

        /** Frames between a call of ours and this one mean that a library has handed a request on by itself. */
        private static final List<String> HANDED_ON = List.of("io.vertx.ext.web.impl.Rout", "$quarkusrestinvoker$");

        private static final int FIRST_FRAMES = 12;
        private static final int REHEATED = 50;
        private static final String TASK = "java.util.concurrent.FutureTask";
        private static final String PERIODIC = "runAndReset";

        private final int hot;
        private final ListeningConnector connector;
        private final Map<String, Connector.Argument> arguments;
        private final String address;
        private final Set<Machine> machines = ConcurrentHashMap.newKeySet();
        private final Set<Hop> hops = new LinkedHashSet<>();
        private final Set<Hop> ends = new LinkedHashSet<>();
        private final Set<Hop> entries = new LinkedHashSet<>();
        private volatile boolean recording;
        private volatile boolean closed;
        private volatile long lastNanos;

        Watch(int hot) throws IOException, IllegalConnectorArgumentsException {
            this.hot = hot;
            this.connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                    .filter(found -> found.transport().name().equals("dt_socket"))
                    .findFirst()
                    .orElseThrow();
            this.arguments = connector.defaultArguments();
            Objects.requireNonNull(arguments.get("localAddress")).setValue("127.0.0.1");
            this.address = connector.startListening(arguments).replaceFirst("^.*:", "127.0.0.1:");
            start("acceptor", this::accept);
        }

        private static void start(String name, Runnable work) {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.start();
        }

        String address() {
            return address;
        }

        private void accept() {
            while (!closed) {
                try {
                    Machine machine = new Machine(connector.accept(arguments));
                    machines.add(machine);
                    start("follower", machine::follow);
                } catch (IOException | IllegalConnectorArgumentsException e) {
                    if (!closed) {
                        System.err.println("No debugging: " + e.getMessage());
                    }
                }
            }
        }

        void begin() {
            lastNanos = System.nanoTime();
            recording = true;
            machines.forEach(Machine::watchAll);
            lastNanos = System.nanoTime();
        }

        // The service is one machine. While there is another a training goes on, even if all of it has cooled.
        void awaitQuiet(long nanos) throws InterruptedException {
            long start = System.nanoTime();
            while (machines.size() > 1 || System.nanoTime() - lastNanos < nanos) {
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IllegalStateException("no end is in sight");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }

        void end() {
            recording = false;
            machines.forEach(Machine::unwatch);
        }

        void print(Options options) {
            synchronized (hops) {
                System.out.printf("Walk %s, warm %d%n", options.walk().name().toLowerCase(Locale.ROOT), options.warm());
                System.out.println("Called by a library:");
                entries.forEach(entry -> System.out.println("      " + entry.called()));
                System.out.println("Ends of a try:");
                ends.forEach(end -> System.out.println("      " + end.caller() + " -> " + end.called()));
                System.out.println("Hops:");
                int number = 0;
                for (Hop hop : hops) {
                    System.out.printf("%4d  %s -> %s%n", ++number, hop.caller(), hop.called());
                }
                System.out.printf(
                        "%d hops, %d of them from package to package, %d pairs of types, %d methods, %d types%n",
                        hops.size(),
                        hops.stream().filter(Hop::leavesPackage).count(),
                        count(hop -> hop.caller() + ' ' + hop.type()),
                        count(Hop::called),
                        Stream.concat(
                                        hops.stream().map(Hop::caller),
                                        hops.stream().map(Hop::type))
                                .distinct()
                                .count());
            }
        }

        private long count(Function<Hop, String> of) {
            return hops.stream().map(of).distinct().count();
        }

        @Override
        public void close() throws IOException, IllegalConnectorArgumentsException {
            closed = true;
            connector.stopListening(arguments);
        }

        /** A call; the caller is empty if a library calls. */
        private record Hop(String caller, String type, String method) {
            String called() {
                return type + "." + method;
            }

            boolean leavesPackage() {
                return !room(caller).equals(room(type));
            }

            private static String room(String type) {
                return type.substring(0, type.lastIndexOf('.') + 1);
            }
        }

        /** A Java process. */
        private final class Machine {

            private static final String REACHED = "reached";
            private static final String LAMBDA = "$$Lambda";

            private final VirtualMachine machine;
            private final EventRequestManager requests;
            private final Set<ReferenceType> watched = new HashSet<>();
            private final Set<BreakpointRequest> cooled = new HashSet<>();
            private final Map<ReferenceType, Optional<String>> owners = new ConcurrentHashMap<>();

            Machine(VirtualMachine machine) {
                this.machine = machine;
                this.requests = machine.eventRequestManager();
                announce(ROOT + "*");
                announce(TASK);
                machine.classesByName(TASK).forEach(this::hold);
            }

            private void announce(String types) {
                ClassPrepareRequest prepared = requests.createClassPrepareRequest();
                prepared.addClassFilter(types);
                prepared.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                prepared.enable();
            }

            private void hold(ReferenceType task) {
                task.methodsByName(PERIODIC).forEach(this::breakAt);
            }

            private void breakAt(Method method) {
                BreakpointRequest request = requests.createBreakpointRequest(method.location());
                request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                request.enable();
            }

            private void follow() {
                try {
                    while (true) {
                        EventSet events = machine.eventQueue().remove();
                        boolean isHeld = false;
                        for (Event event : events) {
                            isHeld |= isPeriodic(event);
                            handle(event);
                        }
                        if (!isHeld) {
                            events.resume();
                        }
                    }
                } catch (VMDisconnectedException e) {
                    lastNanos = System.nanoTime();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    machines.remove(this);
                }
            }

            private boolean isPeriodic(Event event) {
                return event instanceof BreakpointEvent reached
                        && reached.location().method().name().equals(PERIODIC);
            }

            private void handle(Event event) {
                if (event instanceof ClassPrepareEvent prepared
                        && prepared.referenceType().name().equals(TASK)) {
                    hold(prepared.referenceType());
                } else if (event instanceof ClassPrepareEvent prepared && recording) {
                    watch(prepared.referenceType());
                } else if (event instanceof BreakpointEvent reached && recording && !isPeriodic(event)) {
                    lastNanos = System.nanoTime();
                    try {
                        note(reached);
                    } catch (IncompatibleThreadStateException
                            | InvalidStackFrameException
                            | ObjectCollectedException e) {
                        System.err.println("A call of %s is lost: %s".formatted(reached.location(), e));
                    }
                }
            }

            private void watchAll() {
                try {
                    machine.allClasses().stream()
                            .filter(type -> type.name().startsWith(ROOT) && type.isPrepared())
                            .forEach(this::watch);
                } catch (VMDisconnectedException e) {
                    // It has ended meanwhile.
                }
            }

            private void unwatch() {
                try {
                    List.copyOf(requests.breakpointRequests()).forEach(EventRequest::disable);
                } catch (VMDisconnectedException e) {
                    // It has ended meanwhile.
                }
            }

            private synchronized void watch(ReferenceType type) {
                // A lambda is no hop, and neither is what leads to it.
                if (type.name().contains(LAMBDA) || owner(type).isEmpty() || !watched.add(type)) {
                    return;
                }
                try {
                    for (Method method : type.methods()) {
                        if (counts(method)) {
                            breakAt(method);
                        }
                    }
                } catch (ClassNotPreparedException e) {
                    watched.remove(type);
                }
            }

            private void note(BreakpointEvent reached) throws IncompatibleThreadStateException {
                Method method = reached.location().method();
                // Only now is it sure that the types are there whose accessors it may ask.
                if (new Code(method).isAccessor()) {
                    reached.request().disable();
                    return;
                }
                String type = owner(method.declaringType()).orElseThrow();
                List<StackFrame> frames = frames(reached.thread(), FIRST_FRAMES);
                Optional<String> caller = caller(method, frames);
                if (caller.isEmpty() && frames.size() == FIRST_FRAMES) {
                    frames = frames(reached.thread(), Integer.MAX_VALUE);
                    caller = caller(method, frames);
                }
                Hop hop = new Hop(caller.orElse(""), type, method.isConstructor() ? "new" : method.name());
                boolean isHop = caller.isPresent() && !hop.caller().equals(type);
                boolean isEntry = caller.isEmpty() && !method.isConstructor();
                Set<Hop> noted = !isHop ? entries : method.name().equals("close") ? ends : hops;
                boolean isNew;
                synchronized (hops) {
                    isNew = (isHop || isEntry) && noted.add(hop);
                }
                if (isNew) {
                    reheat();
                }
                cool((BreakpointRequest) reached.request(), isNew);
            }

            private void cool(BreakpointRequest request, boolean isNew) {
                Integer before = (Integer) request.getProperty(REACHED);
                int now = isNew || before == null ? 1 : before + 1;
                request.putProperty(REACHED, now);
                if (now >= hot) {
                    request.disable();
                    cooled.add(request);
                }
            }

            // Who calls something for the first time may call what others have called often.
            private void reheat() {
                for (BreakpointRequest request : cooled) {
                    request.putProperty(REACHED, hot - REHEATED);
                    request.enable();
                }
                cooled.clear();
            }

            private List<StackFrame> frames(ThreadReference thread, int most) throws IncompatibleThreadStateException {
                return thread.frames(0, Math.min(most, thread.frameCount()));
            }

            private Optional<String> caller(Method method, List<StackFrame> frames) {
                for (StackFrame frame : frames.subList(1, frames.size())) {
                    ReferenceType type = frame.location().declaringType();
                    Optional<String> owner = owner(type);
                    if (owner.isPresent()) {
                        return owner;
                    }
                    boolean isContainer = method.isConstructor() && !type.name().startsWith("java.");
                    if (isContainer || HANDED_ON.stream().anyMatch(type.name()::contains)) {
                        return Optional.empty();
                    }
                }
                return Optional.empty();
            }

            /** The outermost type, without the root; nothing if it is a library's, or not written by hand. */
            private Optional<String> owner(ReferenceType type) {
                return owners.computeIfAbsent(type, this::findOwner);
            }

            private Optional<String> findOwner(ReferenceType type) {
                String name = type.name();
                if (!name.startsWith(ROOT)) {
                    return Optional.empty();
                }
                String outermost = name.replaceFirst("[$/].*", "");
                return name.contains(LAMBDA) || isWritten(type, outermost)
                        ? Optional.of(outermost.substring(ROOT.length()))
                        : Optional.empty();
            }

            // Generated classes tell of no file.
            private boolean isWritten(ReferenceType type, String outermost) {
                try {
                    return type.sourceName().equals(outermost.substring(outermost.lastIndexOf('.') + 1) + ".java");
                } catch (AbsentInformationException e) {
                    return false;
                }
            }
        }
    }

    private static final Set<String> UNCOUNTED = Set.of("toString", "equals", "hashCode", "values", "valueOf");

    private static boolean counts(Method method) {
        if (method.isAbstract()
                || method.isNative()
                || method.isSynthetic()
                || method.isStaticInitializer()
                || UNCOUNTED.contains(method.name())) {
            return false;
        }
        return method.isConstructor()
                ? !isOfValue(method.declaringType()) && !new Code(method).onlyStores()
                : !isTrivial(method.bytecodes());
    }

    private static boolean isOfValue(ReferenceType type) {
        for (ClassType at = type instanceof ClassType made ? made : null; at != null; at = at.superclass()) {
            if (Set.of("java.lang.Record", "java.lang.Enum", "java.lang.Throwable")
                    .contains(at.name())) {
                return true;
            }
        }
        return false;
    }

    private static final Pattern TRIVIAL = Pattern.compile("(?:"
            // return
            + "b1"
            // a constant, a field of the object or of the type; return it
            + "|(?:0[1-9a-f]|10..|11....|12..|1[34]....|2ab4....|b2....|1[a-d]|2[6-9a-d])(?:a[c-f]|b0)"
            // an argument into a field; return nothing or the object
            + "|2a(?:1b|1f|23|27|2b)b5....(?:b1|2ab0))");

    private static boolean isTrivial(byte[] code) {
        if (code.length > 8) {
            return false;
        }
        return TRIVIAL.matcher(HexFormat.of().formatHex(code)).matches();
    }

    /** The bytecode of a method, read as far as it is that of an accessor or of a constructor that only stores. */
    private static final class Code {

        private static final int LOAD_THIS = 0x2a;
        private static final int GET_FIELD = 0xb4;
        private static final int PUT_FIELD = 0xb5;
        private static final int CALL_VIRTUAL = 0xb6;
        private static final int CALL_SPECIAL = 0xb7;
        private static final int CALL_INTERFACE = 0xb9;
        private static final int LENGTH = 0xbe;
        private static final int CAST = 0xc0;
        private static final int RETURN = 0xb1;
        private static final Set<Integer> RETURN_VALUE = Set.of(0xac, 0xad, 0xae, 0xaf, 0xb0);

        private static final int CALL_STATIC = 0xb8;

        /** A constant, one more or less, a quotient of two lengths. */
        private static final Set<Integer> ARITHMETIC = Set.of(0x02, 0x03, 0x04, 0x05, 0x60, 0x64, 0x6c);

        private static final Set<String> SIZES = Set.of("size", "length", "isEmpty");

        private final Method method;
        private final byte[] code;
        private int at;

        Code(Method method) {
            this.method = method;
            this.code = method.bytecodes();
        }

        boolean isAccessor() {
            if (!method.argumentTypeNames().isEmpty() || method.isStatic() || next() != LOAD_THIS) {
                return false;
            }
            while (at < code.length) {
                int instruction = next();
                if (RETURN_VALUE.contains(instruction)) {
                    return at == code.length;
                }
                if (instruction == CALL_VIRTUAL || instruction == CALL_INTERFACE) {
                    if (!asksForPart(index())) {
                        return false;
                    }
                    at += instruction == CALL_INTERFACE ? 2 : 0;
                } else if (instruction == GET_FIELD || instruction == CAST) {
                    index();
                } else if (instruction == CALL_STATIC) {
                    if (!new Constants(method.declaringType())
                            .called(index())
                            .type()
                            .equals("java.lang.Math")) {
                        return false;
                    }
                } else if (instruction != LOAD_THIS && instruction != LENGTH && !ARITHMETIC.contains(instruction)) {
                    return false;
                }
            }
            return false;
        }

        /** The constructor of {@link Object}, then arguments and constants, each into a field. */
        boolean onlyStores() {
            if (next() != LOAD_THIS || next() != CALL_SPECIAL) {
                return false;
            }
            if (!new Constants(method.declaringType()).called(index()).type().equals("java.lang.Object")) {
                return false;
            }
            while (at < code.length) {
                int instruction = next();
                if (instruction == RETURN) {
                    return at == code.length;
                }
                if (instruction != LOAD_THIS || !loads(next()) || next() != PUT_FIELD) {
                    return false;
                }
                index();
            }
            return false;
        }

        // iconst, bipush, sipush, ldc; iload to aload with its number after or in it
        private boolean loads(int instruction) {
            int more = instruction == 0x11 || instruction == 0x13 || instruction == 0x14
                    ? 2
                    : instruction == 0x10 || instruction == 0x12 || instruction >= 0x15 && instruction <= 0x19 ? 1 : 0;
            at += more;
            return instruction >= 0x01 && instruction <= 0x2d;
        }

        private boolean asksForPart(int index) {
            Call call = new Constants(method.declaringType()).called(index);
            if (!call.descriptor().startsWith("()")) {
                return false;
            }
            if (!call.type().startsWith(ROOT)) {
                return SIZES.contains(call.name());
            }
            List<ReferenceType> types = method.virtualMachine().classesByName(call.type());
            return !types.isEmpty()
                    && types.get(0).methodsByName(call.name(), call.descriptor()).stream()
                            .allMatch(called -> called.isAbstract() || new Code(called).isAccessor());
        }

        private int next() {
            return at < code.length ? code[at++] & 0xff : -1;
        }

        private int index() {
            return next() << 8 | next();
        }
    }

    private record Call(String type, String name, String descriptor) {}

    /** What a type's bytecode names by number. */
    private static final class Constants {

        private final ByteBuffer pool;
        private final int[] starts;

        Constants(ReferenceType type) {
            this.pool = ByteBuffer.wrap(type.constantPool());
            this.starts = new int[type.constantPoolCount()];
            for (int i = 1; i < starts.length && pool.hasRemaining(); i++) {
                starts[i] = pool.position();
                int tag = pool.get();
                int length = length(tag);
                pool.position(pool.position() + length);
                // Of long and double the number after is none.
                i += tag == 5 || tag == 6 ? 1 : 0;
            }
        }

        private int length(int tag) {
            return switch (tag) {
                case 1 -> 2 + (pool.getShort(pool.position()) & 0xffff);
                case 5, 6 -> 8;
                case 7, 8, 16, 19, 20 -> 2;
                case 15 -> 3;
                default -> 4;
            };
        }

        Call called(int index) {
            int named = second(index);
            return new Call(text(first(first(index))).replace('/', '.'), text(first(named)), text(second(named)));
        }

        private int first(int index) {
            return pool.getShort(starts[index] + 1) & 0xffff;
        }

        private int second(int index) {
            return pool.getShort(starts[index] + 3) & 0xffff;
        }

        private String text(int index) {
            byte[] bytes = new byte[first(index)];
            pool.get(starts[index] + 3, bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
