package org.segue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What the house asks of its classes, for any base package: rooms, who may import whom, where each library stays. */
final class HouseRules {

    /** Every room with the rooms that it may import, in the order in which the data flows. */
    static final Map<String, Set<String>> ROOMS = rooms();

    /** Packages of matrices, embeddings, fold-in, top-N and metrics, with all below them. */
    private static final List<String> NUMERIC_PACKAGES = List.of("interactions", "ranking", "evaluation");

    /** Of the catalog: what makes the key of a recording. */
    private static final List<String> KEY_MAKERS = List.of("RecordingKey", "FoldedText", "NameText", "RecordingMarks");

    private static final String[] LIBRARIES_OF_OTHER_BUILDS = {"java", "com.fasterxml.jackson", "org.jspecify"};

    private static final int MAX_ARGUMENTS = 8;

    private static final String[] FRAMEWORKS = {"io.quarkus", "jakarta", "org.eclipse.microprofile", "io.smallrye"};

    private static final Set<String> THREADS = Set.of(
            "java.lang.Thread",
            "java.util.Timer",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.concurrent.ThreadPoolExecutor");

    /** The last two are of a training: its process ends with it, and says why. */
    private static final Set<String> THREAD_MAKERS =
            Set.of("HeavyWork", "GuardedThread", "WriteQueue", "InProcessRunner", "Worker", "WorkerProcess");

    private static final String[] HTTP_CLIENTS = {
        "java.net.http",
        "java.net.HttpURLConnection",
        "java.net.URLConnection",
        "jakarta.ws.rs.client",
        "io.vertx.core.http.HttpClient",
        "io.vertx.ext.web.client"
    };

    private static final Set<String> OF_A_MACHINE = Set.of(
            "java.lang.Thread",
            "java.net.Inet6Address",
            "java.net.InetAddress",
            "java.net.InetSocketAddress",
            "java.security.SecureRandom",
            "java.util.Random");

    private static final List<String> HTTP_CALLERS = List.of("library", "imports.dumps", "model", "cli");

    private final String base;

    /** @param base the package that holds the rooms, {@code org.segue} or a sample's */
    HouseRules(String base) {
        this.base = base;
    }

    private static Map<String, Set<String>> rooms() {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        rooms.put("text", Set.of());
        rooms.put("storage", Set.of());
        rooms.put("jobs", Set.of("text", "storage"));
        rooms.put("catalog", Set.of("text", "storage"));
        rooms.put("listens", Set.of("catalog", "storage"));
        rooms.put("feedback", Set.of("catalog", "storage"));
        rooms.put("people", Set.of("text", "listens", "feedback", "catalog", "storage"));
        rooms.put("imports", Set.of("text", "listens", "feedback", "people", "catalog", "jobs", "storage"));
        rooms.put("interactions", Set.of("listens", "feedback", "catalog", "storage"));
        rooms.put("songmodel", Set.of("catalog"));
        rooms.put("model", Set.of("text", "songmodel", "interactions", "listens", "catalog", "storage"));
        rooms.put("ranking", Set.of("text", "model", "interactions", "listens", "catalog"));
        rooms.put("evaluation", Set.of("ranking", "model", "interactions", "catalog"));
        rooms.put(
                "training",
                Set.of(
                        "text",
                        "evaluation",
                        "ranking",
                        "model",
                        "songmodel",
                        "interactions",
                        "listens",
                        "catalog",
                        "jobs",
                        "storage"));
        rooms.put(
                "backgrounds",
                Set.of("text", "training", "model", "songmodel", "imports", "listens", "catalog", "jobs", "storage"));
        rooms.put("playlists", Set.of("text", "ranking", "model", "catalog", "storage"));
        rooms.put("library", Set.of("text", "playlists", "feedback", "listens", "catalog", "jobs", "storage"));
        rooms.put("access", Set.of("text", "catalog", "storage"));
        rooms.put("protocols", Set.copyOf(rooms.keySet()));
        rooms.put("api", allBut(rooms, "protocols"));
        rooms.put("web", allBut(rooms, "protocols", "api"));
        rooms.put("cli", allBut(rooms, "protocols", "api", "web"));
        return rooms;
    }

    private static Set<String> allBut(Map<String, Set<String>> rooms, String... excluded) {
        Set<String> rest = new TreeSet<>(rooms.keySet());
        Arrays.asList(excluded).forEach(rest::remove);
        return rest;
    }

    ArchRule everyClassLivesInARoom() {
        return typeRule("live in a room of the table", type -> inBase(type) || ROOMS.containsKey(roomOf(type)));
    }

    ArchRule onlyMainLivesInTheBasePackage() {
        return typeRule(
                "leave the base package to Main",
                type -> !inBase(type)
                        || outermost(type).getSimpleName().equals("Main")
                        || type.getSimpleName().equals("package-info"));
    }

    ArchRule roomsImportOnlyWhatTheTableAllows() {
        return dependencyRule("import only rooms that the table allows", this::isAllowed);
    }

    private boolean isAllowed(JavaClass from, JavaClass to) {
        if (!isOurs(to) || inBase(from) || roomOf(from).equals(roomOf(to))) {
            return true;
        }
        return !inBase(to) && ROOMS.getOrDefault(roomOf(from), Set.of()).contains(roomOf(to));
    }

    ArchRule theEngineStaysInTrainingDjl() {
        return dependencyRule(
                "leave ai.djl to training.djl", (from, to) -> !isFrom(to, "ai.djl") || isIn(from, "training.djl"));
    }

    ArchRule httpStaysAtTheDoors() {
        return dependencyRule(
                "leave jakarta.ws.rs to api, web and protocols",
                (from, to) -> !isFrom(to, "jakarta.ws.rs")
                        || isIn(from, "api")
                        || isIn(from, "web")
                        || isIn(from, "protocols"));
    }

    ArchRule pagesImportNoOtherPage() {
        return dependencyRule(
                "import no other page",
                (from, to) -> !isIn(from, "web")
                        || !isOurs(to)
                        || from.getPackageName().equals(to.getPackageName())
                        || Stream.of("web", "web.feedback").anyMatch(shared -> isExactlyIn(to, shared))
                        || !isIn(to, "web"));
    }

    ArchRule protocolsImportNoOtherProtocol() {
        return dependencyRule(
                "import no other protocol",
                (from, to) -> !isIn(from, "protocols")
                        || !isOurs(to)
                        || from.getPackageName().equals(to.getPackageName())
                        || !isIn(to, "protocols"));
    }

    ArchRule sqlStaysInStorageAndRepositories() {
        return dependencyRule(
                "leave SQL to storage and repositories",
                (from, to) -> !isFrom(to, "java.sql", "javax.sql")
                        || isIn(from, "storage")
                        || outermost(from).getSimpleName().endsWith("Repository"));
    }

    ArchRule otherServersAreCalledWhereTheyAreNeeded() {
        return dependencyRule(
                "leave outgoing HTTP to " + HTTP_CALLERS,
                (from, to) -> !isFrom(to, HTTP_CLIENTS) || HTTP_CALLERS.stream().anyMatch(room -> isIn(from, room)));
    }

    /** Numbers are made in plain Java: of the packages where they are, only beans, which wire it, know a framework. */
    ArchRule numericPackagesUseNoFramework() {
        return dependencyRule(
                "be plain Java where numbers are made",
                (from, to) -> !isFrom(to, FRAMEWORKS)
                        || to.isAssignableTo(RegisterForReflection.class)
                        || isBean(outermost(from))
                        || NUMERIC_PACKAGES.stream().noneMatch(room -> isIn(from, room)));
    }

    /** Other builds compile the sources of song models, recording keys and solvers, with the JDK and Jackson alone. */
    ArchRule otherBuildsCompileTheirSources() {
        return dependencyRule(
                "use the JDK and Jackson alone where other builds compile the source",
                (from, to) -> !isForOtherBuilds(from)
                        || to.isPrimitive()
                        || isFrom(to, LIBRARIES_OF_OTHER_BUILDS)
                        || isForOtherBuilds(to));
    }

    /** Of the catalog a song model's file needs the key of a recording alone. */
    ArchRule songModelsKnowRecordingKeysAlone() {
        return dependencyRule(
                "know the recording key alone of what is not a song model's",
                (from, to) -> !isIn(from, "songmodel")
                        || !isOurs(to)
                        || isIn(to, "songmodel")
                        || to.getSimpleName().equals("RecordingKey"));
    }

    private boolean isForOtherBuilds(JavaClass type) {
        return isIn(type, "songmodel")
                || isIn(type, "ranking.linalg")
                || (isExactlyIn(type, "catalog")
                        && KEY_MAKERS.contains(outermost(type).getSimpleName()));
    }

    private static boolean isBean(JavaClass type) {
        return type.isAnnotatedWith(Singleton.class) || type.isAnnotatedWith(ApplicationScoped.class);
    }

    /** Records that Jackson makes may have more components: it calls their constructors, not we. */
    ArchRule constructorsAreCalledWithFewArguments() {
        return rule(
                "call no constructor with more than %d arguments".formatted(MAX_ARGUMENTS),
                type -> type.getConstructorCallsFromSelf().stream()
                        .filter(call -> isOurs(call.getTargetOwner())
                                && !call.getTargetOwner().isEnum())
                        .filter(call -> call.getTarget().getRawParameterTypes().size() > MAX_ARGUMENTS)
                        .map(JavaConstructorCall::getDescription));
    }

    /** A thread that an error ends is missed by nobody: {@code GuardedThread} and the writer go on, the worker's end with it. */
    ArchRule threadsAreGuarded() {
        return rule(
                "leave making threads to " + THREAD_MAKERS,
                type -> type.getCodeUnitCallsFromSelf().stream()
                        .filter(call -> THREADS.contains(call.getTargetOwner().getName()))
                        .filter(call -> call.getName().equals("<init>")
                                || call.getTargetOwner().getName().endsWith("Executors"))
                        .filter(call -> !THREAD_MAKERS.contains(outermost(type).getSimpleName()))
                        .map(call -> type.getName() + " makes a "
                                + call.getTargetOwner().getName()));
    }

    /** The scheduler, and whoever lends its threads, keeps quiet about errors. */
    ArchRule workThatNobodyWaitsForIsGuarded() {
        return rule(
                "guard what a schedule or a lent thread runs",
                type -> type.getCodeUnits().stream()
                        .filter(unit -> unit.isAnnotatedWith(Scheduled.class) || lendsAThread(unit))
                        .filter(unit -> unit.getCallsFromSelf().stream()
                                .noneMatch(call ->
                                        call.getTargetOwner().getSimpleName().equals("Guarded")))
                        .map(JavaCodeUnit::getDescription));
    }

    private static boolean lendsAThread(JavaCodeUnit unit) {
        return unit.getCallsFromSelf().stream()
                .anyMatch(call -> call.getName().equals("execute")
                        && call.getTargetOwner().isAssignableTo(Executor.class));
    }

    /** A native image makes static fields when it is built; of addresses, randomness and threads it takes none. */
    ArchRule staticFieldsFitIntoAnImage() {
        return rule(
                "keep what belongs to a machine out of static fields",
                type -> type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field ->
                                OF_A_MACHINE.contains(field.getRawType().getName()))
                        .map(JavaField::getDescription));
    }

    ArchRule namesAreHonest() {
        return typeRule(
                "not be called Manager, Helper, Impl or Utils",
                type -> !type.getSimpleName().matches(".*(Manager|Helper|Impl|Utils?)"));
    }

    ArchRule packagesAreDescribedAndNullMarked() {
        return typeRule(
                "live in a package whose package-info is NullMarked",
                type -> type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent());
    }

    private static ArchRule typeRule(String description, Predicate<JavaClass> holds) {
        return rule(description, type -> holds.test(type) ? Stream.of() : Stream.of(type.getDescription()));
    }

    private static ArchRule dependencyRule(String description, DependencyPredicate allowed) {
        return rule(
                description,
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(found -> !allowed.test(
                                found.getOriginClass(), found.getTargetClass().getBaseComponentType()))
                        .map(Dependency::getDescription));
    }

    private static ArchRule rule(String description, Function<JavaClass, Stream<String>> violations) {
        return classes().should(new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations.apply(type).forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
            }
        });
    }

    private boolean isOurs(JavaClass type) {
        return inBase(type) || isFrom(type, base);
    }

    private boolean inBase(JavaClass type) {
        return type.getPackageName().equals(base);
    }

    private boolean isIn(JavaClass type, String room) {
        return (type.getPackageName() + '.').startsWith(base + '.' + room + '.');
    }

    private boolean isExactlyIn(JavaClass type, String room) {
        return type.getPackageName().equals(base + '.' + room);
    }

    private String roomOf(JavaClass type) {
        List<String> names = List.of(
                (type.getPackageName() + '.').substring(base.length() + 1).split("\\."));
        return names.get(0);
    }

    private static boolean isFrom(JavaClass type, String... packages) {
        return Arrays.stream(packages)
                .anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + '.'));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
    }

    /** Whether one class may use another. */
    @FunctionalInterface
    private interface DependencyPredicate {
        boolean test(JavaClass from, JavaClass to);
    }
}
