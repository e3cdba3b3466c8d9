package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp",
                "/tmp/upload-1",
                "/run/app/state",
                "/var/run/postgresql/.s.PGSQL.5432",
                "/var/cache/apt/pkgcache.bin",
                "/var/log/app.log",
                "/var/lock/x",
                "/var/tmp/x",
                "/root/.cache/pip/http/1",
                "/home/node/.npm/_logs/1.txt",
                "/app/lib/__pycache__/main.cpython-311.pyc",
                "/app/main.pyc",
                "/srv/app.pid",
                "/srv/.lock.lock",
                "/srv/app.sock",
                "/srv/.s.PGSQL.5432.lock",
                "/root/.psql_history",
                "/root/.bash_history"
            })
    void temporaryFilesCachesLogsAndTracesOfProgramsAreNoData(String path) {
        assertThat(PassingFiles.isPassing(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pinboard/notes.txt",
                "/tmpl/a",
                "/runs",
                "/var/lib/app/db.sqlite",
                "/var/www/html/uploads/1.png",
                "/etc/app/users",
                "/srv/lock",
                "/srv/.pid",
                "/data/cache/1",
                "/root/notes_history"
            })
    void allElseIsData(String path) {
        assertThat(PassingFiles.isPassing(path)).isFalse();
    }
}
