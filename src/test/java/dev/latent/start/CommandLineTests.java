package dev.latent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.demo.DemoCommand;
import dev.latent.demo.SmokeCommand;
import dev.latent.quality.EvaluateCommand;
import dev.latent.run.attempt.TrainCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTests {
    @Test
    void withoutACommandItServes() {
        assertThat(read("")).isEqualTo(Command.SERVE);
        assertThat(read("--server.port=0 --latent.home=x --debug --logging.level.root=warn"))
                .isEqualTo(Command.SERVE);
    }

    @Test
    void theCommandsOfTheChildrenAreKnown() {
        assertThat(read(TrainCommand.NAME + " folder --supervised")).isEqualTo(Command.TRAIN);
        assertThat(read(EvaluateCommand.NAME + " folder --supervised")).isEqualTo(Command.EVALUATE);
        assertThat(read(DemoCommand.NAME + " http://127.0.0.1:1 out")).isEqualTo(Command.DEMO);
        assertThat(read(SmokeCommand.NAME + " http://127.0.0.1:1")).isEqualTo(Command.SMOKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "train --help", "--latent.nonsense --help"})
    void helpIsHelpWhereverItStands(String arguments) {
        assertThat(read(arguments)).isEqualTo(Command.HELP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "version"})
    void theVersionIsTold(String arguments) {
        assertThat(read(arguments)).isEqualTo(Command.VERSION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trian                                     | no command 'trian'; did you mean train?",
                "serve-it                                  | there are demo, smoke, train, evaluate, help, version",
                "--hlep                                    | did you mean --help?",
                "--port=8081                               | did you mean --server.port=…?",
                "--home=/data                              | did you mean --latent.home=…?",
                "--directory=/data                         | --latent.datasets.directory=… or --latent.models.directory",
                "--latent.home /data                       | --latent.home needs a value",
                "--server.port=1 x                         | x' is no setting; these are written --name=value",
                "-server.port=1                            | no setting; these are written --name=value",
                "-Dlatent.home=/data                       | write --latent.home=/data",
                "--latent.home=/a --latent.home=/b         | --latent.home is given more than once",
            })
    void whatWouldBePassedOverIsRefusedWithWhatWasMeant(String arguments, String told) {
        assertThatThrownBy(() -> read(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    @Test
    void helpTellsCommandsTheMostImportantSettingsAndWhereTheDocumentsAre() {
        assertThat(help("help"))
                .contains(
                        "usage: java -jar latent-server.jar", "train RUN_FOLDER", "demo URL FOLDER", "evaluate FOLDER")
                .contains("--server.port=8080", "--latent.home=", "--latent.training.concurrency=1", "/docs", "/guide")
                .doesNotContain("latent.training.silence", "{@");
    }

    @Test
    void helpOfSettingsTellsEveryOneWithWhatItIs() {
        String help = help("help", "settings");
        for (Setting setting : KnownSettings.own().all()) {
            assertThat(help).contains("--" + setting.name() + "=");
            assertThat(setting.text()).as(setting.name()).matches("(?s)[A-Z].{10,}\\.");
        }
    }

    private static String help(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Help.print(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Command read(String line) {
        return CommandLine.read(line.isEmpty() ? new String[0] : line.split(" +"));
    }
}
