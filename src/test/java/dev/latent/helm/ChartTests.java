package dev.latent.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.marcnuri.helm.LintResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(value = "dev.latent.helm.Chart#canBeRead", disabledReason = "Helm has no native library for this machine")
class ChartTests {
    private static final String RECENT = "1.34.0";
    private static final String SINGLE = "values-single.yaml";
    private static final String CLUSTER = "values-cluster.yaml";
    private static final String OBSERVED = "values-observed.yaml";
    private static final String TRIAL = "../trial/values.yaml";

    private final Chart chart = new Chart();

    static Stream<Arguments> releases() {
        return Chart.KUBERNETES.stream()
                .flatMap(version -> Stream.of(
                                List.<String>of(),
                                List.of(SINGLE),
                                List.of(CLUSTER),
                                List.of(OBSERVED),
                                List.of(TRIAL),
                                List.of(CLUSTER, OBSERVED))
                        .map(files -> Arguments.of(version, files)));
    }

    @Test
    void helmHasNothingToSayAboutIt() {
        LintResult lint = chart.lint();

        assertThat(lint.getMessages()).noneMatch(message -> message.contains("WARNING"));
        assertThat(lint.isFailed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void kubernetesKnowsEveryField(String kubernetes, List<String> files) {
        Map<String, JsonObject> manifests = chart.render(kubernetes, files, everyOperator());

        assertThat(manifests).containsKey("Service/my-latent-server");
        assertThat(manifests.values())
                .allSatisfy(manifest ->
                        assertThatCode(() -> Manifest.require(manifest)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stores.yaml", "home.yaml"})
    void kubernetesKnowsEveryFieldOfWhatItIsTriedWith(String file) {
        assertThat(Chart.read("../trial/" + file))
                .isNotEmpty()
                .allSatisfy(manifest ->
                        assertThatCode(() -> Manifest.require(manifest)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyPodRunsAsLittleAsItCan(String kubernetes, List<String> files) {
        assertThat(pods(chart.render(kubernetes, files, Map.of()))).isNotEmpty().allSatisfy(pod -> {
            JsonObject all = pod.getAsJsonObject("securityContext");
            assertThat(all.get("runAsNonRoot").getAsBoolean()).isTrue();
            assertThat(all.get("runAsUser").getAsInt()).isPositive();
            assertThat(all.getAsJsonObject("seccompProfile").get("type").getAsString())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.get("automountServiceAccountToken").getAsBoolean()).isFalse();
            JsonObject own = container(pod).getAsJsonObject("securityContext");
            assertThat(own.get("allowPrivilegeEscalation").getAsBoolean()).isFalse();
            assertThat(own.get("readOnlyRootFilesystem").getAsBoolean()).isTrue();
            assertThat(own.getAsJsonObject("capabilities").get("drop").toString())
                    .isEqualTo("[\"ALL\"]");
        });
    }

    @Test
    void byDefaultItIsOnePodWithAVolumeOfWhichThereIsNeverASecond() {
        Map<String, JsonObject> manifests = chart.render(RECENT, List.of(), Map.of());

        JsonObject deployment = spec(manifests, "Deployment/my-latent-server");
        assertThat(deployment.get("replicas").getAsInt()).isOne();
        assertThat(deployment.getAsJsonObject("strategy").get("type").getAsString())
                .isEqualTo("Recreate");
        assertThat(at(deployment, "template", "spec", "volumes").toString())
                .contains("{\"claimName\":\"my-latent-server\"}");
        assertThat(manifests)
                .containsKey("PersistentVolumeClaim/my-latent-server")
                .doesNotContainKey("PodDisruptionBudget/my-latent-server-api");
    }

    @Test
    void requestsGoToThePodsThatAnswer() {
        assertThat(selected(chart.render(RECENT, List.of(), Map.of()))).isEqualTo("single");
        assertThat(selected(chart.render(RECENT, List.of(CLUSTER), Map.of()))).isEqualTo("api");
    }

    @ParameterizedTest
    @CsvSource({
        "1.20.2, policy/v1beta1, autoscaling/v2beta2, exec",
        "1.22.0, policy/v1, autoscaling/v2beta2, exec",
        "1.29.9, policy/v1, autoscaling/v2, exec",
        "1.30.0, policy/v1, autoscaling/v2, sleep",
    })
    void manifestsFollowTheVersionOfKubernetes(String version, String budget, String scaler, String drain) {
        Map<String, JsonObject> manifests = chart.render(version, List.of(CLUSTER), Map.of());

        assertThat(api(manifests, "PodDisruptionBudget/my-latent-server-api")).isEqualTo(budget);
        assertThat(api(manifests, "HorizontalPodAutoscaler/my-latent-server-api"))
                .isEqualTo(scaler);
        JsonObject pod = pod(manifests, "Deployment/my-latent-server-api");
        assertThat(at(container(pod), "lifecycle", "preStop").getAsJsonObject().keySet())
                .containsExactly(drain);
    }

    @Test
    void whatOperatorsBringIsLeftOutWhereTheyAreNot() {
        Map<String, JsonObject> without = chart.render(RECENT, List.of(CLUSTER, OBSERVED), Map.of());
        Map<String, JsonObject> with = chart.render(RECENT, List.of(CLUSTER, OBSERVED), everyOperator());

        List<String> brought = List.of(
                "ServiceMonitor/my-latent-server",
                "PrometheusRule/my-latent-server",
                "ScaledObject/my-latent-server-worker",
                "HTTPRoute/my-latent-server");
        assertThat(without).doesNotContainKeys(brought.toArray(String[]::new));
        assertThat(with).containsKeys(brought.toArray(String[]::new));
        assertThat(spec(without, "Deployment/my-latent-server-worker").get("replicas"))
                .as("without KEDA the number is the chart's")
                .isNotNull();
        assertThat(spec(with, "Deployment/my-latent-server-worker").get("replicas"))
                .isNull();
    }

    @Test
    void aWorkerHasTimeToHandItsTrainingsBack() {
        JsonObject pod = pod(chart.render(RECENT, List.of(CLUSTER), Map.of()), "Deployment/my-latent-server-worker");

        assertThat(pod.get("terminationGracePeriodSeconds").getAsInt()).isEqualTo(300);
        assertThat(at(container(pod), "resources", "limits", "nvidia.com/gpu").getAsInt())
                .isOne();
    }

    @Test
    void aPodLivesLongerThanItsLastRequests() {
        JsonObject pod = pod(
                chart.render(RECENT, List.of(), Map.of("drainSeconds", 20, "shutdownSeconds", 100)),
                "Deployment/my-latent-server");

        assertThat(pod.get("terminationGracePeriodSeconds").getAsInt()).isGreaterThanOrEqualTo(130);
    }

    @Test
    void noPasswordStandsInSettingsOrPods() {
        Map<String, JsonObject> manifests = chart.render(
                RECENT,
                List.of(),
                Map.of(
                        "mode", "cluster",
                        "database.host", "postgres",
                        "database.password", "hush",
                        "s3.bucket", "models",
                        "s3.accessKeyId", "me",
                        "s3.secretAccessKey", "hush"));

        assertThat(manifests.entrySet())
                .filteredOn(manifest -> manifest.getValue().toString().contains("hush"))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("Secret/my-latent-server-database", "Secret/my-latent-server-s3");
    }

    @Test
    void settingsOfTheUserWinOverTheChartsAndStartThePodsAnew() {
        Map<String, JsonObject> before = chart.render(RECENT, List.of(), Map.of());
        Map<String, JsonObject> after = chart.render(
                RECENT,
                List.of(),
                Map.of("config.server.forward-headers-strategy", "none", "config.latent.training.concurrency", 2));

        String settings = at(after.get("ConfigMap/my-latent-server"), "data", "application.yaml")
                .getAsString();
        assertThat(settings)
                .contains("concurrency: 2", "forward-headers-strategy: none", "port: 8080")
                .doesNotContain("native");
        assertThat(annotations(after)).isNotEqualTo(annotations(before));
    }

    @ParameterizedTest
    @CsvSource({
        "database.host, '', database.host",
        "database.existingSecret, '', database.password",
        "s3.bucket, '', s3.bucket",
        "mode, clustered, mode",
        "api.replica, 3, replica",
        "warm[0], Digits@champion, warm",
        "image.tag, 1, image",
    })
    void whatCanNotBeIsRefusedByName(String value, String given, String named) {
        Map<String, Object> values = Map.of(value, given.equals("1") ? (Object) 1 : given);

        assertThatThrownBy(() -> chart.render(RECENT, List.of(CLUSTER), values)).hasMessageContaining(named);
    }

    private static Map<String, Object> everyOperator() {
        return Chart.withApis(
                "monitoring.coreos.com/v1/ServiceMonitor",
                "monitoring.coreos.com/v1/PrometheusRule",
                "keda.sh/v1alpha1/ScaledObject",
                "gateway.networking.k8s.io/v1/HTTPRoute");
    }

    private static List<JsonObject> pods(Map<String, JsonObject> manifests) {
        return manifests.values().stream()
                .map(manifest -> switch (manifest.get("kind").getAsString()) {
                    case "Deployment" ->
                        at(manifest, "spec", "template", "spec").getAsJsonObject();
                    case "Pod" -> manifest.getAsJsonObject("spec");
                    default -> new JsonObject();
                })
                .filter(pod -> pod.has("containers"))
                .toList();
    }

    private static String selected(Map<String, JsonObject> manifests) {
        return at(spec(manifests, "Service/my-latent-server"), "selector", "app.kubernetes.io/component")
                .getAsString();
    }

    private static String api(Map<String, JsonObject> manifests, String name) {
        return manifests.get(name).get("apiVersion").getAsString();
    }

    private static JsonElement annotations(Map<String, JsonObject> manifests) {
        return at(spec(manifests, "Deployment/my-latent-server"), "template", "metadata", "annotations");
    }

    private static JsonObject pod(Map<String, JsonObject> manifests, String name) {
        return at(spec(manifests, name), "template", "spec").getAsJsonObject();
    }

    private static JsonObject spec(Map<String, JsonObject> manifests, String name) {
        return manifests.get(name).getAsJsonObject("spec");
    }

    private static JsonObject container(JsonObject pod) {
        return pod.getAsJsonArray("containers").get(0).getAsJsonObject();
    }

    private static JsonElement at(JsonObject object, String... path) {
        JsonElement found = object;
        for (String name : path) {
            found = found.getAsJsonObject().get(name);
        }
        return found;
    }
}
