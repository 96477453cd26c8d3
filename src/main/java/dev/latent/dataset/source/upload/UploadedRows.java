package dev.latent.dataset.source.upload;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the datasets that clients sent. */
@Component
public class UploadedRows {
    private final JdbcClient jdbc;

    public UploadedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if the name, or the folder, is taken */
    boolean insert(String name, String folder, String document) {
        try {
            jdbc.sql("insert into dataset (name, folder, document, deleting) values (?, ?, ?, false)")
                    .params(name, folder, document)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The folder that a name stands for. */
    Optional<String> folder(String name) {
        return jdbc.sql("select folder from dataset where name = ? and not deleting")
                .param(name)
                .query(String.class)
                .optional();
    }

    /** Those that names stand for. */
    List<String> folders() {
        return jdbc.sql("select folder from dataset where not deleting order by name")
                .query(String.class)
                .list();
    }

    /** The {@code dataset.json} of a folder. */
    Optional<String> document(String folder) {
        return jdbc.sql("select document from dataset where folder = ?")
                .param(folder)
                .query(String.class)
                .optional();
    }

    /** From now on nobody finds the dataset; its name is still taken. */
    void startDeleting(String folder) {
        jdbc.sql("update dataset set deleting = true where folder = ?")
                .param(folder)
                .update();
    }

    /** Those whose deletion was started. */
    List<String> deleting() {
        return jdbc.sql("select folder from dataset where deleting")
                .query(String.class)
                .list();
    }

    /** Its files are gone. */
    void delete(String folder) {
        jdbc.sql("delete from dataset where folder = ?").param(folder).update();
    }
}
