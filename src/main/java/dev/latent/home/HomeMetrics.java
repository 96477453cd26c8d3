package dev.latent.home;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HomeMetrics {
    /** Monitoring learns how full the home's disk is, not where it is. */
    @Bean
    static MeterFilter homeWithoutItsPath() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith("disk.") ? id.replaceTags(withoutPath(id)) : id;
            }
        };
    }

    private static Tags withoutPath(Meter.Id id) {
        return Tags.of(id.getTags().stream()
                .map(tag -> tag.getKey().equals("path") ? Tag.of("path", "home") : tag)
                .toList());
    }
}
