package org.segue.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.awaitility.Awaitility;

/** A real standalone cluster on loopback, from the jars of this build: a master and two workers, a process each. */
final class LocalCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final int port;
    private final List<Process> workers = new ArrayList<>();
    private final Process master;

    /**
     * Starts it, and waits until both workers have registered.
     *
     * @param folder for logs and what workers write
     */
    LocalCluster(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        linkJars();
        master = start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--webui-port",
                "0");
        awaitLog("master", "I have been elected leader");
        for (String name : List.of("worker1", "worker2")) {
            workers.add(start(
                    name,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1500m",
                    "--webui-port",
                    "0",
                    "--work-dir",
                    folder.resolve(name).toString(),
                    url()));
        }
        awaitLog("worker1", "Successfully registered with master");
        awaitLog("worker2", "Successfully registered with master");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    // Executors are started from a folder of jars.
    private void linkJars() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1)) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && !Files.exists(jars.resolve(jar.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
            }
        }
    }

    private Process start(String name, String type, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-XX:+UseSerialGC");
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().strip().split("\\s+", -1)));
        command.addAll(List.of("-cp", folder.resolve("home/jars") + "/*", type));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        process.environment().put("SPARK_HOME", folder.resolve("home").toString());
        process.environment().put("SPARK_SCALA_VERSION", "2.13");
        process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        process.environment().put("SPARK_NO_DAEMONIZE", "1");
        return process.start();
    }

    private void awaitLog(String name, String text) {
        Path log = folder.resolve(name + ".log");
        Awaitility.await(name + ": " + text)
                .atMost(PATIENCE)
                .until(() -> Files.exists(log) && Files.readString(log).contains(text));
    }

    /** Where programs are sent. */
    String url() {
        return "spark://127.0.0.1:" + port;
    }

    /** Kills the executors of a worker, as the kernel does to those that take too much memory. */
    void killExecutor(int worker) {
        workers.get(worker).descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** Kills a worker and its executors, as a machine that loses its power. */
    void killWorker(int worker) {
        List<ProcessHandle> executors = workers.get(worker).descendants().toList();
        workers.get(worker).destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException {
        for (Process process : workers) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            end(process);
        }
        end(master);
    }

    private static void end(Process process) throws IOException {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IOException("a process of the cluster does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
