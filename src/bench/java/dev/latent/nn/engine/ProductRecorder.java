package dev.latent.nn.engine;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.Product.Pass;
import dev.latent.nn.layer.Precision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Notes which matrix products and convolutions the layers of a step compute, and which of their gradients are needed:
 * the weight's where the weight is being trained, the input's where something trained lies before it. The classes of
 * the service are instrumented when they are loaded, so they know nothing of it.
 */
public final class ProductRecorder {
    /** What DJL tells of leaves only. */
    private static final String IS_FOLLOWED = """
            def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
              if x.requires_grad:
                _0 = torch.ones([1])
              else:
                _0 = torch.zeros([1])
              return _0
            """;

    private static final Map<Object, String> METHODS = new WeakHashMap<>();
    private static final Map<Product, Integer> NEEDED = new LinkedHashMap<>();
    private static final Map<Product, Integer> FOLLOWED = new LinkedHashMap<>();
    private static boolean recording;

    private ProductRecorder() {}

    /** Before the first operation is built. */
    static void install() {
        new AgentBuilder.Default()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .disableClassFormatChanges()
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
                .type(ElementMatchers.named("dev.latent.nn.engine.NativeOperation"))
                .transform((builder, type, loader, module, domain) -> builder.visit(
                                Advice.to(Building.class).on(ElementMatchers.isConstructor()))
                        .visit(Advice.to(Calling.class).on(ElementMatchers.named("apply"))))
                .type(ElementMatchers.named("dev.latent.nn.layer.NativeLayer"))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(Apart.class).on(ElementMatchers.named("joins"))))
                .type(ElementMatchers.named("dev.latent.nn.engine.NativeOperations"))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(Following.class).on(ElementMatchers.named("followed"))))
                .type(ElementMatchers.named("ai.djl.nn.core.Linear"))
                .transform((builder, type, loader, module, domain) -> builder.visit(Advice.to(Multiplying.class)
                        .on(ElementMatchers.named("linear").and(ElementMatchers.takesArguments(3)))))
                .installOn(ByteBuddyAgent.install());
    }

    /** What is computed by {@code step}, and how often. */
    static Map<Product, Integer> record(Step step) throws Exception {
        NEEDED.clear();
        FOLLOWED.clear();
        recording = true;
        step.run();
        recording = false;
        return new LinkedHashMap<>(NEEDED);
    }

    interface Step {
        void run() throws Exception;
    }

    public static void built(Object operation, String method) {
        METHODS.put(operation, method);
    }

    public static void called(Object operation, NDArray[] arguments) {
        if (!recording) {
            return;
        }
        String method = METHODS.getOrDefault(operation, "");
        if (method.contains("torch.autograd.grad([y], [x]")) {
            twiceDifferentiated();
        } else if (arguments.length > 1) {
            Product product = Product.forward(method, arguments[0].getShape(), arguments[1].getShape());
            if (product != null) {
                layer(product, arguments[0], arguments[1]);
            }
        }
    }

    public static void followed() {
        FOLLOWED.clear();
    }

    public static void multiplied(NDArray x, NDArray weight) {
        if (recording) {
            layer(Product.linear(x.getShape(), weight.getShape(), Precision.FLOAT32), x, weight);
        }
    }

    private static void layer(Product product, NDArray x, NDArray weight) {
        need(product);
        if (weight.hasGradient()) {
            need(product.in(Pass.WEIGHT_GRADIENT));
        }
        if (NativeOperations.of(IS_FOLLOWED).apply(x).getFloat() > 0) {
            need(product.in(Pass.INPUT_GRADIENT));
            FOLLOWED.merge(product, 1, Integer::sum);
        }
    }

    /**
     * The gradient's own gradient: what was found on the way from the followed input is gone through once more. The
     * layers are piecewise linear, so nothing is needed through the way forward.
     */
    private static void twiceDifferentiated() {
        FOLLOWED.forEach((product, times) -> NEEDED.merge(product, times, Integer::sum));
        FOLLOWED.clear();
    }

    private static void need(Product product) {
        NEEDED.merge(product, 1, Integer::sum);
    }

    static final class Building {
        @Advice.OnMethodExit
        static void exit(@Advice.This Object operation, @Advice.Argument(0) String method) {
            built(operation, method);
        }
    }

    static final class Calling {
        @Advice.OnMethodEnter
        static void enter(@Advice.This Object operation, @Advice.Argument(0) NDArray[] arguments) {
            called(operation, arguments);
        }
    }

    /** Each layer is a call of its own, to be seen. */
    static final class Apart {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean joins) {
            joins = false;
        }
    }

    static final class Following {
        @Advice.OnMethodEnter
        static void enter() {
            followed();
        }
    }

    static final class Multiplying {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) NDArray x, @Advice.Argument(1) NDArray weight) {
            multiplied(x, weight);
        }
    }
}
