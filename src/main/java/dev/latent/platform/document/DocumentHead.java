package dev.latent.platform.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The head of {@code /openapi.json}; its body comes from the controllers. */
@Configuration(proxyBeanMethods = false)
class DocumentHead {
    private static final String DESCRIPTION = """
            Trains and serves generative models.

            Failures are problem details (RFC 9457) that name what is wrong and what would be right; a query parameter \
            that an operation doesn't know is one. Every answer has an `X-Request-Id`, the client's own where it sent \
            one. Lists come in pages: `limit` items, and `next` as the `cursor` of the page after.

            Examples of one name belong together: they are one request and its answer, and a test sends each. \
            The models `mnist-…` and `digits-translator` come with the service; `ring-vae` and others are trained by \
            the example of *Asks for a training*.""";

    private static final List<Tag> TAGS = List.of(
            tag("Families", "The kinds of model: what each can do, which paper it follows, and what can be set."),
            tag("Datasets", "What models learn from: made by the service itself, found in its folder, or uploaded."),
            tag(
                    "Training jobs",
                    "Trainings: asked for, watched, cancelled, resumed. Each publishes a version of a model."),
            tag("Models", "What was trained: a model's versions never change, and its aliases stand for one of them."),
            tag("Quality", "How good versions are, measured after each training and on demand."),
            tag("Inference", "Models at work: an operation that a family lacks is a 409 that names those it has."),
            tag("Operations", "For those who run the service: is it well, what does it do, and its registry rebuilt."));

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new ObjectSchema());
        BuildProperties properties = build.getIfAvailable();
        return new OpenAPI()
                .tags(TAGS)
                .info(new Info()
                        .title("Latent Server")
                        .description(DESCRIPTION)
                        .version(properties == null ? "development" : properties.getVersion())
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
