package dev.latent.training.request;

import dev.latent.dataset.DatasetDescription;
import dev.latent.family.ModelFamily;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The version that a request wants to start from. */
@Component
class RequestedStart {
    private final ModelRegistry registry;

    RequestedStart(ModelRegistry registry) {
        this.registry = registry;
    }

    @Nullable
    ModelVersion read(RequestFields fields, @Nullable ModelFamily<?> family, List<DatasetDescription> datasets) {
        RequestFields from = fields.object("from");
        if (from == null) {
            return null;
        }
        String model = from.required("model", "the model to start from");
        String reference = reference(from);
        from.refuseOthers();
        ModelVersion version = model == null || reference == null ? null : find(from, model, reference);
        if (version != null) {
            compare(fields, version, family, datasets);
        }
        return version;
    }

    /** A number, {@code latest} or an alias; {@code latest} where it is left out. */
    private static @Nullable String reference(RequestFields from) {
        JsonNode version = from.json("version");
        if (version == null) {
            return "latest";
        }
        if (!version.isString() && !version.isIntegralNumber()) {
            from.wrong("version", "a number, \"latest\" or an alias");
            return null;
        }
        return version.asString();
    }

    private @Nullable ModelVersion find(RequestFields from, String model, String reference) {
        try {
            return registry.find(model, reference);
        } catch (Problem missing) {
            boolean known = registry.family(model).isPresent();
            from.add(
                    known ? "version" : "model",
                    String.valueOf(missing.getBody().getDetail()));
            return null;
        }
    }

    private static void compare(
            RequestFields fields,
            ModelVersion version,
            @Nullable ModelFamily<?> family,
            List<DatasetDescription> datasets) {
        String held = version.description().family();
        if (family != null && !family.id().equals(held)) {
            fields.add("from", "from is of the family " + held + ", and so can't start a " + family.id());
        }
        for (DatasetDescription dataset : datasets) {
            if (!dataset.shape().equals(version.description().shape())) {
                fields.add("from", "from is for samples of another shape than those of " + dataset.name());
            } else if (dataset.classCount() != version.description().data().classes()) {
                fields.add("from", "from knows another number of classes than " + dataset.name() + " has");
            }
        }
    }
}
