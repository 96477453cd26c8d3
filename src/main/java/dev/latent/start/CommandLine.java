package dev.latent.start;

import dev.latent.problem.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what the arguments ask for; refuses what would be passed over in silence. */
public final class CommandLine {
    private static final Set<String> HELP = Set.of("--help", "-h", "-?", "/?");
    private static final Set<String> VERSION = Set.of("--version", "-V", "-v");
    /** Spring's own without a dot. */
    private static final Set<String> SWITCHES = Set.of("debug", "trace");

    private static final List<String> OF_THE_FRAMEWORK =
            List.of("server.port", "server.address", "spring.config.location", "spring.datasource.url");

    private CommandLine() {}

    /** @throws IllegalArgumentException with a sentence about what is wrong */
    public static Command read(String[] arguments) {
        List<String> all = List.of(arguments);
        if (all.stream().anyMatch(HELP::contains)) {
            return Command.HELP;
        }
        if (all.stream().anyMatch(VERSION::contains)) {
            return Command.VERSION;
        }
        if (all.isEmpty() || all.get(0).startsWith("-")) {
            all.forEach(CommandLine::requireSetting);
            requireOnce(all);
            return Command.SERVE;
        }
        return Command.of(all.get(0)).orElseThrow(() -> noCommand(all.get(0)));
    }

    private static IllegalArgumentException noCommand(String word) {
        return new IllegalArgumentException("there is no command '" + word + "'"
                + Nearest.question(word, Command.words()) + "; there are " + String.join(", ", Command.words())
                + ", and without one it serves");
    }

    private static void requireSetting(String argument) {
        if (argument.startsWith("-D")) {
            throw new IllegalArgumentException("'" + argument
                    + "' stands behind the jar, where it sets nothing: write --" + argument.substring(2));
        }
        if (!argument.startsWith("--")) {
            throw new IllegalArgumentException("'" + argument + "' is no setting; these are written --name=value");
        }
        String name = argument.substring(2).split("=", 2)[0];
        if (!name.contains(".") && !SWITCHES.contains(name)) {
            throw new IllegalArgumentException("there is no --" + name + meant(name) + "; --help tells what there is");
        }
        if (name.startsWith("latent.") && !argument.contains("=")) {
            throw new IllegalArgumentException("--" + name + " needs a value: --" + name + "=…");
        }
    }

    /** Spring would join their values with a comma. */
    private static void requireOnce(List<String> arguments) {
        Set<String> seen = new HashSet<>();
        for (String argument : arguments) {
            String name = argument.split("=", 2)[0];
            if (!seen.add(name) && !name.startsWith("--spring.")) {
                throw new IllegalArgumentException(name + " is given more than once; give it once");
            }
        }
    }

    /** Most leave out what stands before the last dot. */
    private static String meant(String name) {
        List<String> settings = new ArrayList<>(OF_THE_FRAMEWORK);
        settings.addAll(KnownSettings.own().names());
        List<String> ending = settings.stream()
                .filter(setting -> setting.endsWith("." + name))
                .toList();
        if (!ending.isEmpty()) {
            return "; did you mean --" + String.join("=… or --", ending) + "=…?";
        }
        List<String> switches =
                Stream.concat(SWITCHES.stream(), Stream.of("help", "version")).toList();
        return Nearest.to(name, switches)
                .map(word -> "; did you mean --" + word + "?")
                .orElse("");
    }
}
