package dev.latent.helm;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Holds manifests against what Kubernetes knows: no unknown, missing or wrongly typed field. */
final class Manifest {
    private static final Map<String, Check> KNOWN = Map.ofEntries(
            Map.entry("v1/ConfigMap", V1ConfigMap::validateJsonElement),
            Map.entry("v1/PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement),
            Map.entry("v1/Pod", V1Pod::validateJsonElement),
            Map.entry("v1/Secret", V1Secret::validateJsonElement),
            Map.entry("v1/Service", V1Service::validateJsonElement),
            Map.entry("v1/ServiceAccount", V1ServiceAccount::validateJsonElement),
            Map.entry("apps/v1/Deployment", V1Deployment::validateJsonElement),
            Map.entry("networking.k8s.io/v1/Ingress", V1Ingress::validateJsonElement),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement),
            Map.entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement),
            // What the chart says in them is the same in the versions that followed.
            Map.entry("policy/v1beta1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
            Map.entry("autoscaling/v2beta2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement));

    private static final Set<String> OF_OPERATORS = Set.of(
            "monitoring.coreos.com/v1/ServiceMonitor",
            "monitoring.coreos.com/v1/PrometheusRule",
            "keda.sh/v1alpha1/ScaledObject",
            "keda.sh/v1alpha1/TriggerAuthentication",
            "gateway.networking.k8s.io/v1/HTTPRoute",
            "gateway.networking.k8s.io/v1beta1/HTTPRoute");

    private Manifest() {}

    /** @throws IllegalArgumentException with the field that is wrong */
    static void require(JsonObject manifest) {
        String kind = manifest.get("apiVersion").getAsString() + "/"
                + manifest.get("kind").getAsString();
        if (OF_OPERATORS.contains(kind)) {
            return;
        }
        if (!KNOWN.containsKey(kind)) {
            throw new IllegalArgumentException("nobody knows " + kind);
        }
        try {
            KNOWN.get(kind).validate(manifest);
        } catch (IOException e) {
            throw new IllegalArgumentException(manifest.toString(), e);
        }
    }

    private interface Check {
        void validate(JsonElement manifest) throws IOException;
    }
}
