package dev.latent.start;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** What {@code --help} prints. */
public final class Help {
    private static final List<String> IMPORTANT = List.of(
            "latent.home",
            "latent.datasets.directory",
            "latent.datasets.upload-size",
            "latent.training.concurrency",
            "latent.training.memory",
            "latent.training.threads",
            "latent.evaluation.automatic",
            "latent.inference.cache",
            "latent.device");

    private Help() {}

    public static void print(String[] arguments, PrintStream out) {
        boolean everything = Arrays.asList(arguments).contains("settings");
        out.println(Version.ofThisBuild() + ": trains and serves generative models over HTTP.");
        out.println();
        if (!everything) {
            commands(out);
        }
        settings(out, everything);
        out.println("While it runs: / is the first page, /docs the HTTP interface, /guide the guide.");
    }

    private static void commands(PrintStream out) {
        out.println("usage: java -jar latent-server.jar [--SETTING=VALUE …]");
        out.println("       java -jar latent-server.jar COMMAND …");
        out.println();
        out.println("Commands");
        for (Command command : Command.values()) {
            out.printf("  %-24s %s%n", command == Command.SERVE ? "(none)" : command.call(), command.purpose());
        }
        out.println();
    }

    private static void settings(PrintStream out, boolean everything) {
        out.println(
                "Settings, as --NAME=VALUE, as a variable such as LATENT_HOME, or in an application.yaml beside the jar");
        out.println("  --server.port=8080\n      where it listens; 0 takes a free port");
        out.println(
                "  --server.address=127.0.0.1\n      from whom: 0.0.0.0 is everybody, and there is no authentication");
        KnownSettings.own().all().stream()
                .filter(setting -> everything || IMPORTANT.contains(setting.name()))
                .forEach(setting -> out.println("  --" + setting.name() + "="
                        + (setting.defaultValue() == null ? "…" : setting.defaultValue()) + "\n      "
                        + setting.text()));
        out.println(everything ? "" : "  help settings lists all of them.\n");
    }
}
