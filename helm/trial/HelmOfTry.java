import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.UpgradeCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What {@code try} needs of Helm where there is no {@code helm}: install|upgrade|test RELEASE NAMESPACE CHART [-f FILE | --set NAME=VALUE]… */
class HelmOfTry {
    private static final int SECONDS = 900;

    public static void main(String[] arguments) {
        String release = arguments[1];
        String namespace = arguments[2];
        Helm helm = new Helm(Path.of(arguments[3]));
        Path cluster = Path.of(System.getenv().getOrDefault("KUBECONFIG", System.getProperty("user.home") + "/.kube/config"));
        List<String> options = List.of(arguments).subList(4, arguments.length);
        try {
            System.out.println(switch (arguments[0]) {
                case "install" -> {
                    InstallCommand install = helm.install().withName(release).withNamespace(namespace).withKubeConfig(cluster);
                    take(options, install::withValuesFile, install::set);
                    yield install.call().getOutput();
                }
                case "upgrade" -> {
                    UpgradeCommand upgrade = helm.upgrade().withName(release).withNamespace(namespace).withKubeConfig(cluster);
                    take(options, upgrade::withValuesFile, upgrade::set);
                    yield upgrade.call().getOutput();
                }
                case "test" -> Helm.test(release)
                        .withNamespace(namespace).withTimeout(SECONDS).withKubeConfig(cluster).call().getStatus();
                default -> throw new IllegalArgumentException("no command " + arguments[0]);
            });
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void take(List<String> options, Consumer<Path> file, BiConsumer<String, Object> set) {
        for (int i = 0; i < options.size(); i += 2) {
            String value = options.get(i + 1);
            switch (options.get(i)) {
                case "-f" -> file.accept(Path.of(value));
                case "--set" -> set.accept(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
                default -> throw new IllegalArgumentException("no option " + options.get(i));
            }
        }
    }
}
