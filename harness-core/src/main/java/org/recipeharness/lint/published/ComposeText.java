package org.recipeharness.lint.published;

import java.util.List;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;

/**
 * One compose file as it is written.
 *
 * @param name its name within the recipe
 * @param deployed whether it is one of the files that {@code COMPOSE_FILE} names
 * @param root its document, with a mapping behind each service, volume, secret, config and network that has something behind it
 */
public record ComposeText(String name, boolean deployed, Mapping root) {

    private static final List<String> KINDS = List.of("volumes", "secrets", "configs", "networks");

    /**
     * Takes a document that has the shape of a compose file.
     *
     * @throws ComposeException when it has not
     */
    public ComposeText {
        Mapping services = root.mapping("services");
        for (String service : services.entries().keySet()) {
            if (services.find(service).isEmpty()) {
                throw new ComposeException(
                        services.entries().get(service).origin(),
                        "'" + service + "' must be a mapping (key: value lines)");
            }
            services.mapping(service).mapping("deploy");
        }
        KINDS.forEach(kind -> root.mapping(kind).each((key, thing) -> thing));
    }

    /** Gives the things of a kind, such as {@code volumes}. */
    public List<Thing> things(String kind) {
        Mapping all = root.mapping(kind);
        return all.entries().entrySet().stream()
                .map(entry -> new Thing(
                        entry.getKey(),
                        all.mapping(entry.getKey()),
                        entry.getValue().origin(),
                        deployed))
                .toList();
    }

    /** Gives all single values that are written in the file. */
    public List<Yaml.Scalar> scalars() {
        return Scalars.in(root).toList();
    }
}
