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
        properties = "spring.test.print-condition-evaluation-report=false")
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = TemporaryHome.class)
public @interface ServiceTest {}
