package org.recipeharness.stack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.compose.YamlWriter;
import org.recipeharness.recipe.Origin;

/** Puts a run's labels on all that a stack will make: services, networks, volumes, secrets and configs; and abra's on one. */
final class Labelling {

    private static final Origin OURS = Origin.of("labels of the run");
    private static final String DEFAULT = "default";
    private static final String VOLUMES = "volumes";
    private static final List<String> LABELLED = List.of("networks", VOLUMES, "secrets", "configs");

    private final Map<String, String> labels;
    private final Map<String, String> abra;

    Labelling(RunLabels labels, Map<String, String> abra) {
        this.labels = labels.asMap();
        this.abra = abra;
    }

    /**
     * The labels that a service gets, beside those that the recipe writes.
     *
     * @param service what the recipe writes of it
     */
    Map<String, String> ofService(String name, Mapping service) {
        var all = new TreeMap<>(labels);
        all.put(RunLabels.RENDERED, ContentDigest.of(YamlWriter.write(service)).toString());
        if (name.equals(AbraLabels.SERVICE)) {
            all.putAll(abra);
        }
        return all;
    }

    Mapping apply(Mapping root) {
        Mapping labelled = root.with("services", root.mapping("services").each(this::service));
        for (String kind : LABELLED) {
            Mapping things = "networks".equals(kind) ? withDefaultNetwork(root) : root.mapping(kind);
            if (!things.entries().isEmpty()) {
                labelled = labelled.with(kind, things.each((name, thing) -> unlessExternal(thing, labelsOf(kind))));
            }
        }
        return labelled;
    }

    /** A service that names no network, or the default one, makes docker create that one; it must carry the labels too. */
    private static Mapping withDefaultNetwork(Mapping root) {
        Mapping networks = root.mapping("networks");
        boolean used = root.mapping("services").entries().values().stream()
                .anyMatch(service -> service instanceof Mapping m && isOnDefault(m));
        boolean declared = networks.find(DEFAULT).isPresent();
        return used && !declared ? networks.with(DEFAULT, new Mapping(Map.of(), OURS)) : networks;
    }

    private static boolean isOnDefault(Mapping service) {
        Yaml networks = service.find("networks").orElse(null);
        return !(networks instanceof Mapping byName) || byName.entries().containsKey(DEFAULT);
    }

    private Mapping service(String name, Mapping service) {
        return service.with("deploy", labelled(service.mapping("deploy"), ofService(name, service)));
    }

    private static Mapping unlessExternal(Mapping thing, Map<String, String> labels) {
        return External.is(thing) ? thing : labelled(thing, labels);
    }

    /**
     * A volume's labels are part of each mount of it: the commit among them would have every upgrade replace the tasks of services that
     * are the same in both versions, as a database's.
     */
    private Map<String, String> labelsOf(String kind) {
        var its = new TreeMap<>(labels);
        if (VOLUMES.equals(kind)) {
            its.remove(RunLabels.COMMIT);
        }
        return its;
    }

    private static Mapping labelled(Mapping thing, Map<String, String> labels) {
        Yaml written = thing.find("labels").orElse(new Mapping(Map.of(), OURS));
        if (written instanceof Mapping mapping) {
            for (var label : labels.entrySet()) {
                mapping = mapping.with(label.getKey(), Scalar.text(label.getValue(), OURS));
            }
            return thing.with("labels", mapping);
        }
        throw new ComposeException(written.origin(), "'labels' must be a list of name=value or a mapping");
    }
}
