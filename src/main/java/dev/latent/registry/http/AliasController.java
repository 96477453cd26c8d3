package dev.latent.registry.http;

import dev.latent.problem.Problem;
import dev.latent.registry.ModelName;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.RegistryLog;
import dev.latent.registry.VersionReference;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/models/{model}/aliases/{alias}")
@Tag(name = "Models")
class AliasController {
    private final ModelRegistry registry;

    AliasController(ModelRegistry registry) {
        this.registry = registry;
    }

    /** Shows which version an alias stands for. An alias can be used wherever a version's number can. */
    @GetMapping
    Alias getAlias(@PathVariable String model, @PathVariable String alias) {
        Integer version = registry.find(model).aliases().get(alias);
        if (version == null) {
            throw Problem.notFound("model '" + model + "' has no alias '" + alias + "'");
        }
        return new Alias(version);
    }

    /** Lets an alias stand for a version. It is made, or moved from the version that it stood for. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Alias setAlias(@PathVariable String model, @PathVariable String alias, @Valid @RequestBody Alias body) {
        requireFree(alias);
        int latest = registry.find(model).latest();
        if (!registry.holds(model, body.version())) {
            throw Problem.invalid(
                    "#/version",
                    "model '" + model + "' has no version " + body.version() + "; its latest is " + latest);
        }
        registry.alias(model, alias, body.version());
        RegistryLog.pointed(model, alias, body.version());
        return body;
    }

    /** Deletes an alias. The version that it stood for stays. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteAlias(@PathVariable String model, @PathVariable String alias) {
        registry.deleteAlias(model, alias);
        RegistryLog.forgot(model, alias);
    }

    private static void requireFree(String alias) {
        boolean number = alias.chars().allMatch(Character::isDigit);
        if (!ModelName.isValid(alias) || number || alias.equals(VersionReference.LATEST)) {
            throw Problem.badParameter(
                    "alias",
                    "an alias has 1 to 63 of a-z, 0-9, '.', '_' and '-', starts with a letter or a digit, is no number,"
                            + " and is not 'latest'");
        }
    }

    /**
     * Which version an alias stands for.
     *
     * @param version the number that the alias stands for
     */
    record Alias(@NotNull Integer version) {}
}
