package org.recipeharness.backup;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.recipe.Origin;
import org.recipeharness.stack.BackupLabelNames;
import org.recipeharness.stack.StackLabel;
import org.recipeharness.swarm.ServiceState;

/**
 * A label by which a recipe says what is to be saved.
 *
 * @param service the service that carries it, within the stack's names
 * @param name its name
 * @param value its value, with the variables put in
 * @param origin where the recipe says so; the service where that is not known
 */
public record BackupLabel(String service, String name, String value, Origin origin) {

    static final String PREFIX = BackupLabelNames.PREFIX;

    /**
     * Reads the labels that an app's services carry now, as a backup implementation would: they are those of what is deployed.
     *
     * @param app the app
     * @return by service and name
     */
    static List<BackupLabel> of(DeployedApp app) {
        return app.services().stream()
                .flatMap(service -> service.labels().entrySet().stream()
                        .filter(label -> label.getKey().startsWith(PREFIX))
                        .map(label -> label(app, service, label)))
                .sorted(Comparator.comparing(BackupLabel::service).thenComparing(BackupLabel::name))
                .toList();
    }

    private static BackupLabel label(DeployedApp app, ServiceState service, Map.Entry<String, String> label) {
        Origin origin = app.stack().service(service.shortName()).stream()
                .flatMap(sent -> sent.declared().stream())
                .filter(declared -> declared.name().equals(label.getKey()))
                .map(StackLabel::origin)
                .findFirst()
                .orElse(Origin.of("service " + service.shortName()));
        return new BackupLabel(service.shortName(), label.getKey(), label.getValue(), origin);
    }

    @Override
    public String toString() {
        return name + "=" + value + " (" + origin + ")";
    }
}
