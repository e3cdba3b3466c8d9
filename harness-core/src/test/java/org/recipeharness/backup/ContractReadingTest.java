package org.recipeharness.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.backup.Contract.Offer;
import org.recipeharness.recipe.Origin;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;
import org.recipeharness.stack.StackVolume;
import org.recipeharness.stack.VolumeMount;
import org.recipeharness.stack.VolumeMount.Access;
import org.recipeharness.swarm.States;

class ContractReadingTest {

    private final List<BackupLabel> labels = new ArrayList<>();

    private ContractReadingTest with(String service, String name, String value) {
        labels.add(new BackupLabel(service, name, value, new Origin("compose.yml", labels.size() + 1)));
        return this;
    }

    private Contract read() {
        return new ContractReading(stack(), labels).read();
    }

    @Test
    void tellsWhetherABackupIsOffered() {
        assertThat(read().offer()).isEqualTo(Offer.ABSENT);
        assertThat(with("app", "backupbot.backup", "false").read().offer()).isEqualTo(Offer.DECLINED);
        assertThat(with("db", "backupbot.backup", "True").read().offer()).isEqualTo(Offer.MADE);
    }

    @Test
    void savesAllVolumesUnlessLabelsSayOtherwise() {
        assertThat(with("app", "backupbot.backup", "true").read().parts())
                .containsExactly(part("content"), part("db_data"));

        Contract limited = with("db", "backupbot.backup.volumes.db_data.path", "backup.sql, dumps/")
                .with("app", "backupbot.backup.volumes.content", "false")
                .read();
        assertThat(limited.parts()).containsExactly(part("db_data", "backup.sql", "dumps"));
        assertThat(limited.omitted())
                .containsExactly(
                        "volume 'db_data' is saved only at backup.sql, dumps/: compose.yml:2",
                        "volume 'content' is not saved: backupbot.backup.volumes.content=false at compose.yml:3");
    }

    @Test
    void savesThePathsOfContainersAsTheOlderLabelsNameThem() {
        Contract whole = with("db", "backupbot.backup", "true")
                .with("db", "backupbot.backup.path", "/var/lib/db/")
                .read();
        assertThat(whole.parts()).containsExactly(part("db_data"));
        assertThat(whole.omitted()).containsExactly("volume 'content' is not saved: no label names it");

        labels.clear();
        assertThat(with("db", "backupbot.backup", "true")
                        .with("db", "backupbot.backup.path", "/var/lib/db/dumps,/var/lib/db/x.sql")
                        .with("app", "backupbot.backup", "true")
                        .read()
                        .parts())
                .containsExactly(part("content"), part("db_data", "dumps", "x.sql"));

        labels.clear();
        assertThat(with("db", "backupbot.backup", "true")
                        .with("db", "backupbot.backup.path", "/var,/var/lib/db/x.sql")
                        .read()
                        .parts())
                .containsExactly(part("db_data"));
    }

    @Test
    void refusesLabelsThatContradictTheStack() {
        with("app", "backupbot.backup", "true")
                .with("app", "backupbot.backup.path", "/var/lib/db")
                .with("app", "backupbot.backup.volumes.postgres.path", "backup.sql");

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(this::read)
                .withMessageContaining("compose.yml:2: the path /var/lib/db is on none of the volumes of service 'app'")
                .withMessageContaining("Service 'db' has a volume there: is the label on the wrong service?")
                .withMessageContaining("compose.yml:3")
                .withMessageContaining(
                        "names the volume 'postgres', which the stack has not. It has: content, db_data");
    }

    @Test
    void readsHooksOnAnyServiceAndTellsLabelsThatDoNothing() {
        Contract contract = with("app", "backupbot.backup", "true")
                .with("db", "backupbot.backup.pre-hook", "/dump.sh")
                .with("db", "backupbot.backup.prehook", "/dump.sh")
                .read();

        assertThat(contract.hooks(Moment.BEFORE_BACKUP))
                .containsExactly(new Hook(Moment.BEFORE_BACKUP, "db", "/dump.sh", new Origin("compose.yml", 2)));
        assertThat(contract.hooks(Moment.AFTER_RESTORE)).isEmpty();
        assertThat(contract.remarks())
                .containsExactly(
                        "compose.yml:3: no backup reads the label backupbot.backup.prehook, so it does nothing");
    }

    private static VolumePart part(String volume, String... paths) {
        return new VolumePart(volume, "demo_" + volume, List.of(paths));
    }

    private static RenderedStack stack() {
        RenderedStack stack = States.stack("app");
        return new RenderedStack(
                stack.name(),
                stack.labels(),
                List.of(service("app", "content", "/srv"), service("db", "db_data", "/var/lib/db")),
                List.of(),
                List.of(new StackVolume("content", "demo_content"), new StackVolume("db_data", "demo_db_data")),
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    private static StackService service(String name, String volume, String target) {
        var mount = new VolumeMount(volume, target, Access.READ_WRITE);
        return new StackService(name, "example/" + name, List.of(), List.of(mount), Map.of(), List.of());
    }
}
