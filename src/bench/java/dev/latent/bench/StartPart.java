package dev.latent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the start of the process to ready, and its memory. */
final class StartPart implements Part {
    private static final Path JAR = Path.of("target", "latent-server.jar").toAbsolutePath();
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    private final Table starts = new Table(
            "Start.",
            "Seconds from the start of the process to the first 200 of /actuator/health/readiness, on a filled home;"
                    + " resident megabytes then, and after the first forward of one model.",
            "as",
            "seconds to ready",
            "MB before the engine's first use",
            "MB with one model");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Table> measure(Setup setup) throws Exception {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: mvn package makes it");
        }
        Path home = setup.scratch().resolve("home");
        new Models(home).add("vae", "vae", "{\"architecture\": \"mlp\"}");
        measure("this JDK, plain jar", List.of(Service.java(), NATIVE, "-jar", JAR.toString()), home, setup);
        Optional<Path> newer = newerJava();
        if (newer.isEmpty()) {
            setup.say("no JDK 25 in /usr/lib/jvm: the ahead-of-time cache is not measured");
        } else {
            aheadOfTime(newer.get().resolve("bin/java").toString(), home, setup);
        }
        return List.of(starts);
    }

    private void aheadOfTime(String java, Path home, Setup setup) throws Exception {
        Path extracted = setup.scratch().resolve("extracted");
        run(List.of(java, "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", extracted.toString()));
        List<String> jar = List.of("-jar", extracted.resolve(JAR.getFileName()).toString());
        measure("JDK 25, extracted jar", command(java, List.of(), jar), home, setup);
        Path cache = setup.scratch().resolve("latent.aot");
        Service.start(command(java, List.of("-XX:AOTCacheOutput=" + cache), jar), home)
                .close();
        measure(
                "JDK 25, extracted jar, ahead-of-time cache",
                command(java, List.of("-XX:AOTCache=" + cache), jar),
                home,
                setup);
    }

    private static List<String> command(String java, List<String> options, List<String> jar) {
        List<String> command = new ArrayList<>(List.of(java, NATIVE));
        command.addAll(options);
        command.addAll(jar);
        return command;
    }

    private void measure(String as, List<String> command, Path home, Setup setup) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        for (int i = 0; i < setup.mode().choose(2, 7); i++) {
            try (Service service = Service.start(command, home)) {
                seconds.add(service.secondsToReady());
                before.add(Resident.of(service.pid()).all());
                service.ask(Request.get("/v1/models/vae/samples?count=1&seed=1", "image/png"));
                after.add(Resident.of(service.pid()).all());
            }
        }
        starts.row(as, Spread.of(seconds), Spread.of(before), Spread.of(after));
        setup.say(starts.lastLine());
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(command + " failed");
        }
    }

    private static Optional<Path> newerJava() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (var folders = Files.list(all)) {
            return folders.filter(folder -> folder.getFileName().toString().contains("25"))
                    .filter(folder -> Files.isExecutable(folder.resolve("bin/java")))
                    .findFirst();
        }
    }
}
