package dev.latent;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole service on a port of its own, with an empty home folder. Ask it with a {@code RestTestClient}. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // What tests publish is measured only where a test asks for it.
        properties = {"spring.test.print-condition-evaluation-report=false", "latent.evaluation.automatic=false"})
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = TemporaryHome.class)
public @interface ServiceTest {}
