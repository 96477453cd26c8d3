package dev.latent.helm;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code helm/latent-server}, as Helm's own code reads it. */
record Chart(Helm helm) {
    static final Path FOLDER = Path.of("helm/latent-server").toAbsolutePath();
    /** The oldest that the chart is for, and a recent one. */
    static final List<String> KUBERNETES = List.of("1.20.2", "1.34.0");

    private static final String APIS = "apiVersions";

    Chart() {
        this(new Helm(FOLDER));
    }

    /** Whether Helm's native library is there for this machine. */
    static boolean canBeRead() {
        try {
            return Helm.version().call() != null;
        } catch (IllegalStateException | LinkageError e) {
            return false;
        }
    }

    LintResult lint() {
        return helm.lint().strict().call();
    }

    /**
     * The manifests of a release called {@code my}, by {@code Kind/name}.
     *
     * @param files names beside {@code values.yaml}
     */
    Map<String, JsonObject> render(String kubernetes, List<String> files, Map<String, Object> values) {
        TemplateCommand template = helm.template().withName("my").withKubeVersion(kubernetes);
        files.forEach(file -> template.withValuesFile(FOLDER.resolve(file)));
        values.forEach(template::set);
        Map<String, JsonObject> manifests = new LinkedHashMap<>();
        for (JsonObject manifest : parse(template.call())) {
            String name = manifest.getAsJsonObject("metadata").get("name").getAsString();
            JsonObject other = manifests.put(manifest.get("kind").getAsString() + "/" + name, manifest);
            if (other != null) {
                throw new IllegalStateException("two are called " + name + ": " + manifest);
            }
        }
        return manifests;
    }

    /** As with further APIs beyond Kubernetes' own. */
    static Map<String, Object> withApis(String... apis) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < apis.length; i++) {
            values.put(APIS + "[" + i + "]", apis[i]);
        }
        return values;
    }

    /** Manifests that are no template. @param file from the chart's folder */
    static List<JsonObject> read(String file) {
        try {
            return parse(Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonObject> parse(String manifests) {
        Iterable<Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(manifests);
        return StreamSupport.stream(all.spliterator(), false)
                .filter(Objects::nonNull)
                .map(document -> new Gson().toJsonTree(document).getAsJsonObject())
                .toList();
    }
}
