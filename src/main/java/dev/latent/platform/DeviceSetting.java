package dev.latent.platform;

import dev.latent.nn.engine.ComputeDevice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code latent.device}: wrong or absent devices end the start, not the first request. */
@Component
class DeviceSetting {
    DeviceSetting(@Value("${latent.device:auto}") String device) {
        ComputeDevice.choose(ComputeDevice.of(device));
    }
}
