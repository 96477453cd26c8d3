package dev.latent;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.latent.nn.engine.TensorEngine;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Tests that compute, on one thread: the engine's generator is seeded before each, graphs are recorded, and what a given manager holds is freed after it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EngineTest.Engine.class)
public @interface EngineTest {

    /** Gives each test that asks for one a manager. */
    class Engine implements ParameterResolver {
        private static final Namespace TENSORS = Namespace.create(Engine.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == NDManager.class;
        }

        @Override
        public NDManager resolveParameter(ParameterContext parameter, ExtensionContext test) {
            TensorEngine.threads(1);
            TensorEngine.seed(1);
            JniUtils.setGradMode(true);
            return test.getStore(TENSORS).computeIfAbsent(NDManager.class, key -> newManager(), NDManager.class);
        }

        private static NDManager newManager() {
            return NDManager.newBaseManager("PyTorch");
        }
    }
}
