package dev.latent.child;

import dev.latent.nn.engine.ComputeDevice;
import java.io.File;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * This same program, to be started once more as a child process that does one piece of work: from the jar, the
 * extracted jar or the class path that this one was started from.
 *
 * @param main the class whose {@code main} is called; from a jar it is the jar's own
 * @param heapBytes of Java; what the engine takes comes on top
 * @param threads of the engine
 * @param compiler options of the JVM for its just-in-time compilers
 */
public record ChildProgram(Class<?> main, long heapBytes, int threads, List<String> compiler) {
    /**
     * HotSpot's C1 alone: a step has little for Java to do, and C2 takes a processor from the engine for the ten seconds and
     * more in which it compiles.
     */
    public static final List<String> C1_ALONE = List.of("-XX:TieredStopAtLevel=1");

    private static final String NESTED = "jar:nested:";
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";
    /** The last one wins over the command line, and a debugger in the first ends the child. */
    private static final List<String> NOT_INHERITED = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    /** Steps free and take the same large blocks again and again: glibc is to keep them. */
    private static final Map<String, String> ALLOCATOR = Map.of(
            "MALLOC_MMAP_THRESHOLD_", "33554432", "MALLOC_TRIM_THRESHOLD_", "536870912", "MALLOC_TOP_PAD_", "33554432");

    /** For work of which the engine does all but little. */
    public static ChildProgram training(Class<?> main, long heapBytes, int threads) {
        return new ChildProgram(main, heapBytes, threads, C1_ALONE);
    }

    /** For work of which Java does much. */
    public static ChildProgram measuring(Class<?> main, long heapBytes, int threads) {
        return new ChildProgram(main, heapBytes, threads, List.of());
    }

    /** Ready to start: with a low priority, and with the engine's settings in its environment. @param folder for a crash's report */
    public ProcessBuilder process(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(lowPriority());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions(folder));
        command.addAll(program(location(), System.getProperty("java.class.path")));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        settle(process.environment());
        return process;
    }

    private List<String> jvmOptions(Path folder) {
        List<String> options = new ArrayList<>(compiler);
        options.addAll(List.of(
                "-Xmx" + heapBytes,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "--enable-native-access=ALL-UNNAMED"));
        return options;
    }

    private void settle(Map<String, String> environment) {
        NOT_INHERITED.forEach(environment::remove);
        ALLOCATOR.forEach(environment::putIfAbsent);
        environment.put("OMP_NUM_THREADS", String.valueOf(threads));
        environment.put("MKL_NUM_THREADS", String.valueOf(threads));
        // A short spin: sleeping at once costs a wake-up at every parallel region, a long one takes the processor from
        // the service.
        environment.remove("OMP_WAIT_POLICY");
        environment.put("GOMP_SPINCOUNT", "20000");
        environment.put(ComputeDevice.VARIABLE, ComputeDevice.chosen().id());
        environment.put("DJL_OFFLINE", "true");
        environment.put("OPT_OUT_TRACKING", "true");
    }

    private static List<String> lowPriority() {
        return Files.isExecutable(Path.of("/usr/bin/nice")) ? List.of("/usr/bin/nice", "-n", "19") : List.of();
    }

    /** @param location where {@link #main} was loaded from, as a URL */
    List<String> program(String location, String classPath) {
        if (location.startsWith(NESTED)) {
            String jar = location.substring(NESTED.length(), location.indexOf("/!"));
            return List.of("-jar", URLDecoder.decode(jar.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        boolean extracted = location.endsWith("/BOOT-INF/classes/");
        return List.of("-cp", absolute(classPath), extracted ? LAUNCHER : main.getName());
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String location() {
        return main.getProtectionDomain().getCodeSource().getLocation().toString();
    }
}
