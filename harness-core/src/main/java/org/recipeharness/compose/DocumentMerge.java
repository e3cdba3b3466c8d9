package org.recipeharness.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges compose files in their order, as the docker CLI does: services field by field, every network, volume, secret and config as
 * a whole.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/loader/merge.go">docker CLI: merge.go</a>
 */
final class DocumentMerge {

    private static final List<String> REPLACED = List.of("networks", "volumes", "secrets", "configs");

    private DocumentMerge() {}

    /**
     * Merges files.
     *
     * @param roots what each file says, one at least
     * @return one document that the CLI reads alike, of 20.10 as of 28
     * @throws ComposeException when the files are of different versions
     */
    static Yaml.Mapping of(List<Yaml.Mapping> roots) {
        var version = new ComposeVersion(roots);
        Yaml.Mapping merged = roots.get(0);
        for (Yaml.Mapping override : roots.subList(1, roots.size())) {
            merged = section(merged, override, "services", ServiceMerge::merged);
            for (String section : REPLACED) {
                merged = section(merged, override, section, (base, latter) -> latter);
            }
        }
        // The stack's name is ours to give, and the CLI knows no such field.
        return version.writtenInto(merged.without("name"));
    }

    private static Yaml.Mapping section(Yaml.Mapping base, Yaml.Mapping override, String section, MergeRule rule) {
        Map<String, Yaml> more = override.mapping(section).entries();
        if (more.isEmpty()) {
            return base;
        }
        Yaml.Mapping before = base.mapping(section);
        var merged = new LinkedHashMap<>(before.entries());
        more.forEach((name, latter) -> merged.merge(name, latter, rule::merged));
        return base.with(section, new Yaml.Mapping(merged, before.origin()));
    }
}
