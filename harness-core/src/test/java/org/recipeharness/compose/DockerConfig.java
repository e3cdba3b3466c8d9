package org.recipeharness.compose;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * What {@code docker stack config} prints, less what our document can't have.
 *
 * @param printed as it is printed
 */
record DockerConfig(Yaml.Mapping printed) {

    /** Lists that the CLI prints with an item twice when two files have it, and refuses to read so. */
    private static final List<String> DIFFERENT = List.of(
            "cap_add",
            "cap_drop",
            "depends_on",
            "devices",
            "dns",
            "dns_search",
            "expose",
            "extra_hosts",
            "security_opt",
            "tmpfs");

    Yaml.Mapping comparable(String ourVersion) {
        Yaml.Mapping comparable =
                printed.changed("services", services -> Shapes.each(services, DockerConfig::comparableService));
        // Without a version the CLI takes its newest, where we write the newest that 20.10 knows.
        return "3.9".equals(ourVersion) ? comparable.without("version") : comparable;
    }

    private static Yaml comparableService(Yaml service) {
        // Our document has the contents of these files, and the CLI would read them once more.
        Yaml.Mapping comparable = ((Yaml.Mapping) service).without("env_file");
        for (String list : DIFFERENT) {
            comparable = comparable.changed(list, DockerConfig::withoutDoubles);
        }
        return comparable;
    }

    private static Yaml withoutDoubles(Yaml list) {
        var different = new LinkedHashMap<Object, Yaml>();
        ((Yaml.Sequence) list).items().forEach(item -> different.putIfAbsent(PlainTree.of(item), item));
        return new Yaml.Sequence(List.copyOf(different.values()), list.origin());
    }
}
