package dev.latent.cluster;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * How connections to PostgreSQL are to behave when something dies, unless the URL says otherwise: a silent server is
 * given up, and one of us that stops within a transaction holds its locks no longer than two minutes.
 */
@Component
class PostgresConnections implements BeanPostProcessor {
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            pool.getDataSourceProperties().putIfAbsent("ApplicationName", "latent-server");
            pool.getDataSourceProperties().putIfAbsent("connectTimeout", "5");
            pool.getDataSourceProperties().putIfAbsent("socketTimeout", "30");
            pool.getDataSourceProperties().putIfAbsent("tcpKeepAlive", "true");
            pool.getDataSourceProperties().putIfAbsent("options", "-c idle_in_transaction_session_timeout=120s");
        }
        return bean;
    }
}
