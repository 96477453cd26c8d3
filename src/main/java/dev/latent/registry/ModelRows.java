package dev.latent.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latent.problem.Problem;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The registry's tables. */
@Component
public class ModelRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int MOST_PARSED = 10_000;

    private final JdbcClient jdbc;
    private final KnownVersions known;
    private final Cache<Key, ModelVersion> parsed =
            Caffeine.newBuilder().maximumSize(MOST_PARSED).build();

    ModelRows(JdbcClient jdbc, KnownVersions known) {
        this.jdbc = jdbc;
        this.known = known;
    }

    /** Makes writers of the registry wait for each other until this transaction ends. */
    void lock() {
        jdbc.sql("select id from registry_lock where id = 1 for update").query().singleValue();
    }

    /** The highest number ever given; empty if the registry never held the name. */
    public Optional<Integer> lastVersion(String model) {
        return jdbc.sql("select last_version from model where name = ?")
                .param(model)
                .query(Integer.class)
                .optional();
    }

    public void lastVersion(String model, int version) {
        int updated = jdbc.sql("update model set last_version = ? where name = ?")
                .params(version, model)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into model (name, last_version) values (?, ?)")
                    .params(model, version)
                    .update();
        }
    }

    void insert(ModelVersion version) {
        known.changed();
        jdbc.sql("insert into model_version (model, version, family, job, created_at, document) values (?,?,?,?,?,?)")
                .param(version.model())
                .param(version.version())
                .param(version.description().family())
                .param(version.job())
                .param(version.description().createdAt().atOffset(ZoneOffset.UTC))
                .param(JSON.writeValueAsString(version))
                .update();
    }

    void delete(String model, int version) {
        known.changed();
        jdbc.sql("delete from model_alias where model = ? and version = ?")
                .params(model, version)
                .update();
        jdbc.sql("delete from model_version where model = ? and version = ?")
                .params(model, version)
                .update();
    }

    /** Parsed once: what a number stands for never changes. */
    Optional<ModelVersion> version(String model, int version) {
        return exists(model, version) ? Optional.of(parsed.get(new Key(model, version), this::read)) : Optional.empty();
    }

    private boolean exists(String model, int version) {
        return jdbc.sql("select 1 from model_version where model = ? and version = ?")
                .params(model, version)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private ModelVersion read(Key key) {
        return jdbc.sql("select document from model_version where model = ? and version = ?")
                .params(key.model, key.version)
                .query(String.class)
                .optional()
                .map(ModelRows::parse)
                .orElseThrow(
                        () -> Problem.notFound("version " + key.version + " of '" + key.model + "' was just deleted"));
    }

    /** What was read of a version whose transaction is rolled back. */
    void forget(String model, int version) {
        parsed.invalidate(new Key(model, version));
    }

    Optional<ModelVersion> publishedBy(String job) {
        return jdbc.sql("select document from model_version where job = ?")
                .param(job)
                .query(String.class)
                .optional()
                .map(ModelRows::parse);
    }

    Optional<Integer> latest(String model) {
        return jdbc.sql("select max(version) from model_version where model = ?")
                .param(model)
                .query(Integer.class)
                .optional();
    }

    Optional<String> family(String model) {
        return jdbc.sql("select distinct family from model_version where model = ?")
                .param(model)
                .query(String.class)
                .optional();
    }

    List<Integer> numbers(String model) {
        return jdbc.sql("select version from model_version where model = ? order by version")
                .param(model)
                .query(Integer.class)
                .list();
    }

    /** Versions below {@code before}, newest first. */
    List<ModelVersion> versions(String model, int before, int limit) {
        return jdbc
                .sql("select document from model_version where model = ? and version < ? order by version desc limit ?")
                .params(model, before, limit)
                .query(String.class)
                .list()
                .stream()
                .map(ModelRows::parse)
                .toList();
    }

    /** Names that have versions and come after {@code name}, in order. */
    List<String> names(String after, int limit) {
        return jdbc.sql("select distinct model from model_version where model > ? order by model limit ?")
                .params(after, limit)
                .query(String.class)
                .list();
    }

    Map<String, Integer> aliases(String model) {
        return jdbc
                .sql("select alias, version from model_alias where model = ? order by alias")
                .param(model)
                .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, java.util.TreeMap::new));
    }

    void putAlias(String model, String alias, int version) {
        known.changed();
        deleteAlias(model, alias);
        jdbc.sql("insert into model_alias (model, alias, version) values (?, ?, ?)")
                .params(model, alias, version)
                .update();
    }

    /** Whether there was one. */
    boolean deleteAlias(String model, String alias) {
        known.changed();
        return jdbc.sql("delete from model_alias where model = ? and alias = ?")
                        .params(model, alias)
                        .update()
                > 0;
    }

    private static ModelVersion parse(String document) {
        return JSON.readValue(document, ModelVersion.class);
    }

    private record Key(String model, int version) {}
}
