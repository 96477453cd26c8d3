package dev.latent.cluster;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.beans.factory.BeanInitializationException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * How connections to PostgreSQL are to behave when something dies, unless the URL says otherwise: a silent server is
 * given up, and one of us that stops within a transaction holds its locks no longer than two minutes. A server that can't
 * be reached yet is waited for.
 */
@Component
class PostgresConnections implements BeanPostProcessor {
    private final ObjectProvider<StartPatience> patience;

    PostgresConnections(ObjectProvider<StartPatience> patience) {
        this.patience = patience;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (isPostgres(bean)) {
            Properties properties = ((HikariDataSource) bean).getDataSourceProperties();
            properties.putIfAbsent("ApplicationName", "latent-server");
            properties.putIfAbsent("connectTimeout", "5");
            properties.putIfAbsent("socketTimeout", "30");
            properties.putIfAbsent("tcpKeepAlive", "true");
            properties.putIfAbsent("options", "-c idle_in_transaction_session_timeout=120s");
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (isPostgres(bean)) {
            await((HikariDataSource) bean);
        }
        return bean;
    }

    private void await(HikariDataSource pool) {
        try {
            patience.getObject().open("the database " + address(pool), () -> connect(pool), DatabaseAway::isWhy);
        } catch (Exception e) {
            pool.close();
            throw new BeanInitializationException("the database can't be used", e);
        }
    }

    private static boolean connect(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
        }
    }

    /** Without its parameters, of which one may be a password. */
    private static String address(HikariDataSource pool) {
        return pool.getJdbcUrl().split("[?]", 2)[0];
    }

    private static boolean isPostgres(Object bean) {
        return bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:");
    }
}
