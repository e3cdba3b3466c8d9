package org.recipeharness.compose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recipeharness.recipe.Origin;

/**
 * The version of the compose format that the files of one app are written in.
 *
 * <p>A file without one is of the newest version, for a CLI of 23 or later; 20.10 refuses it. So one that both know is written, the
 * newest that 20.10 has, unless the files use what came later.
 */
final class ComposeVersion {

    private static final Origin OURS = Origin.of("the version that every docker CLI reads");
    private static final String KNOWN_EVERYWHERE = "3.9";
    private static final String NEWEST = "3.13";
    private static final Set<String> NEWER_FIELDS = Set.of("start_interval", "oom_score_adj", "x-cluster-spec");

    private final Yaml version;

    ComposeVersion(List<Yaml.Mapping> roots) {
        Yaml.Mapping first = roots.get(0);
        for (Yaml.Mapping root : roots) {
            if (!name(root).equals(name(first))) {
                throw new ComposeException(
                        root.find("version").orElse(root).origin(),
                        "this file is of version " + name(root) + ", but "
                                + first.origin().file() + " is of version " + name(first)
                                + ". docker merges files of one version only: write the same in both");
            }
        }
        this.version = first.find("version").orElse(Yaml.Scalar.text("", OURS));
    }

    Yaml.Mapping writtenInto(Yaml.Mapping document) {
        boolean given = version instanceof Yaml.Scalar scalar && !scalar.text().isEmpty() && !"3".equals(scalar.text());
        if (given) {
            return document.with("version", version);
        }
        return document.with("version", Yaml.Scalar.text(usesNewerFields(document) ? NEWEST : KNOWN_EVERYWHERE, OURS));
    }

    private static String name(Yaml.Mapping root) {
        String text = root.text("version").orElse("");
        return text.isEmpty() || "3".equals(text) ? NEWEST : text;
    }

    private static boolean usesNewerFields(Yaml yaml) {
        if (yaml instanceof Yaml.Sequence sequence) {
            return sequence.items().stream().anyMatch(ComposeVersion::usesNewerFields);
        }
        Map<String, Yaml> entries = yaml instanceof Yaml.Mapping mapping ? mapping.entries() : Map.of();
        return entries.keySet().stream().anyMatch(NEWER_FIELDS::contains)
                || entries.values().stream().anyMatch(ComposeVersion::usesNewerFields);
    }
}
