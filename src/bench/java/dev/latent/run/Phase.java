package dev.latent.run;

import java.util.Set;

/** What an operation of a step is for, by its name in the engine's trace. */
public enum Phase {
    FORWARD,
    LOSS,
    BACKWARD,
    UPDATE,
    /** From the batch's bytes to what the networks see, and noise. */
    DATA,
    /** The calls themselves, Java, and what the other phases don't name. */
    REST;

    private static final Set<String> NETWORK = Set.of(
            "linear",
            "addmm",
            "mm",
            "matmul",
            "bmm",
            "conv2d",
            "conv_transpose2d",
            "convolution",
            "batch_norm",
            "instance_norm",
            "relu",
            "leaky_relu",
            "tanh",
            "sigmoid",
            "cat",
            "one_hot",
            "col2im",
            "contiguous",
            "reshape",
            "view",
            "expand",
            "flatten",
            "clamp_min",
            "transpose",
            "permute",
            "t");
    private static final Set<String> FROM_BYTES =
            Set.of("to", "randn", "rand", "normal_", "uniform_", "empty", "bernoulli");
    private static final Set<String> OPTIMIZER = Set.of(
            "_fused_adam_",
            "_foreach_add_",
            "_foreach_mul_",
            "_foreach_addcmul_",
            "_foreach_addcdiv_",
            "_foreach_sqrt",
            "_foreach_lerp_",
            "_foreach_clamp_min_",
            "_foreach_clamp_max_");

    static Phase of(String event) {
        String name = event.replace("aten::", "");
        if (name.startsWith("autograd::") || name.matches(".*Backward\\d+")) {
            return BACKWARD;
        }
        if (OPTIMIZER.contains(name)) {
            return UPDATE;
        }
        if (NETWORK.contains(name)) {
            return FORWARD;
        }
        if (FROM_BYTES.contains(name)) {
            return DATA;
        }
        return event.startsWith("aten::") ? LOSS : REST;
    }
}
