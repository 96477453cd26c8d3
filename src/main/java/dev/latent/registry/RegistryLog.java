package dev.latent.registry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.util.unit.DataSize;

/** One line in the log for whatever comes into the registry or goes. */
@Component
public class RegistryLog {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryLog.class);

    @TransactionalEventListener
    void published(VersionPublished publication) {
        ModelVersion version = publication.version();
        LOG.info(
                "Published version {} of model '{}': a {}, {} files of {} KB, {}",
                version.version(),
                version.model(),
                version.description().family(),
                version.artifacts().size(),
                DataSize.ofBytes(version.bytes()).toKilobytes(),
                version.job() == null ? "imported or shipped" : "from training job " + version.job());
    }

    @TransactionalEventListener
    void deleted(VersionDeleted deletion) {
        LOG.info("Deleted version {} of model '{}'", deletion.version(), deletion.model());
    }

    /** Told by whoever changes it: no event does. */
    public static void pointed(String model, String alias, int version) {
        LOG.info("The alias '{}' of model '{}' stands for version {}", alias, model, version);
    }

    public static void forgot(String model, String alias) {
        LOG.info("Deleted the alias '{}' of model '{}'", alias, model);
    }
}
