package dev.latent.start;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the program can be asked to do; without a command it serves. */
public enum Command {
    SERVE("", "", "starts the service"),
    DEMO("demo", "URL FOLDER", "trains two small models at a running service and writes their pictures into FOLDER"),
    SMOKE("smoke", "URL", "finds out whether a running service works: trains ten steps, gets a picture, removes both"),
    TRAIN("train", "RUN_FOLDER", "makes one training run by itself, as RUN_FOLDER/run.json says"),
    EVALUATE("evaluate", "FOLDER", "measures the quality of one version, as FOLDER/request.json says"),
    HELP("help", "[settings]", "prints this page, or all settings"),
    VERSION("version", "", "prints the version");

    private final String word;
    private final String operands;
    private final String purpose;

    Command(String word, String operands, String purpose) {
        this.word = word;
        this.operands = operands;
        this.purpose = purpose;
    }

    static Optional<Command> of(String word) {
        return Arrays.stream(values())
                .filter(command -> !command.word.isEmpty() && command.word.equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values())
                .map(Command::word)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    String word() {
        return word;
    }

    /** With its operands, as it is typed. */
    String call() {
        return operands.isEmpty() ? word : word + " " + operands;
    }

    String purpose() {
        return purpose;
    }
}
