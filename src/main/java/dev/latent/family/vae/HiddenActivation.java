package dev.latent.family.vae;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.Ids;
import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.ImageNetworks.Style;

/** What hidden units apply. */
enum HiddenActivation {
    RELU(Activation.RELU),
    /** Kingma & Welling's (appendix C) and Burda's; learns more slowly and fits unseen data better. */
    TANH(Activation.TANH);

    private final Activation activation;

    HiddenActivation(Activation activation) {
        this.activation = activation;
    }

    Style style() {
        return Style.PLAIN.activatedBy(activation);
    }

    @JsonValue
    String id() {
        return Ids.of(this);
    }
}
