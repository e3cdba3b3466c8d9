package org.recipeharness.compose;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges what two files say of one service, as the docker CLI does, with its peculiarities: they are what an operator gets.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/loader/merge.go">docker CLI: merge.go</a>
 * @see <a href="https://github.com/compose-spec/compose-spec/blob/main/13-merge.md">Compose specification: merge, from which the
 *     CLI differs</a>
 */
final class ServiceMerge {

    /** Merged also where only the earlier file has them. */
    private static final Map<String, MergeRule> KEYED = Map.of(
            "configs", new KeyedItems("source", Comparator.naturalOrder()),
            "secrets", new KeyedItems("source", Comparator.naturalOrder()),
            "volumes", new KeyedItems("target", Comparator.naturalOrder()),
            "ports",
                    new KeyedItems(
                            "published",
                            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())));

    private static final Map<MergeRule, List<String>> FIELDS = Map.of(
            MergeRules.COMMAND, List.of("command", "entrypoint"),
            MergeRules.ENTRIES, List.of("labels", "sysctls", "ulimits", "deploy/labels", "build/labels"),
            MergeRules.VARIABLES, List.of("environment", "build/args"),
            MergeRules.NETWORKS, List.of("networks"),
            MergeRules.LOGGING, List.of("logging"),
            MergeRules.DIFFERENT_ITEMS,
                    List.of(
                            "cap_add",
                            "cap_drop",
                            "depends_on",
                            "devices",
                            "dns",
                            "dns_search",
                            "expose",
                            "external_links",
                            "extra_hosts",
                            "links",
                            "security_opt",
                            "tmpfs",
                            "build/cache_from",
                            "build/extra_hosts"),
            MergeRules.UNLESS_ZERO,
                    List.of(
                            "init",
                            "privileged",
                            "read_only",
                            "stdin_open",
                            "tty",
                            "stop_grace_period",
                            "healthcheck/disable",
                            "healthcheck/interval",
                            "healthcheck/timeout",
                            "healthcheck/start_period",
                            "healthcheck/start_interval",
                            "deploy/placement/max_replicas_per_node",
                            "deploy/resources/limits/memory",
                            "deploy/resources/limits/pids",
                            "deploy/resources/reservations/memory",
                            "deploy/restart_policy/delay",
                            "deploy/restart_policy/window",
                            "deploy/rollback_config/delay",
                            "deploy/rollback_config/max_failure_ratio",
                            "deploy/rollback_config/monitor",
                            "deploy/update_config/delay",
                            "deploy/update_config/max_failure_ratio",
                            "deploy/update_config/monitor"));

    private static final Map<String, MergeRule> RULES = rules();

    private ServiceMerge() {}

    static Yaml merged(Yaml base, Yaml override) {
        if (!(base instanceof Yaml.Mapping former && override instanceof Yaml.Mapping latter)) {
            return override;
        }
        var merged = new LinkedHashMap<>(former.entries());
        for (var keyed : KEYED.entrySet()) {
            var nothing = new Yaml.Sequence(List.of(), latter.origin());
            merged.computeIfPresent(
                    keyed.getKey(), (field, items) -> keyed.getValue().merged(items, nothing));
        }
        return fields("", new Yaml.Mapping(merged, former.origin()), latter);
    }

    private static Yaml fields(String prefix, Yaml base, Yaml override) {
        if (!(override instanceof Yaml.Mapping latter)) {
            return override;
        }
        Yaml.Mapping merged = (Yaml.Mapping) base;
        for (var entry : latter.entries().entrySet()) {
            Yaml former = merged.entries().get(entry.getKey());
            String path = prefix + entry.getKey();
            if (former != null) {
                merged = merged.with(entry.getKey(), field(path, former, entry.getValue()));
            } else if (!KEYED.containsKey(path) || !isEmptyList(entry.getValue())) {
                // An empty list would count as one that the files before have, and the CLI forgets it.
                merged = merged.with(entry.getKey(), entry.getValue());
            }
        }
        return merged;
    }

    private static boolean isEmptyList(Yaml value) {
        return value instanceof Yaml.Sequence list && list.items().isEmpty();
    }

    private static Yaml field(String path, Yaml base, Yaml override) {
        MergeRule rule = RULES.get(path);
        if (rule != null) {
            return rule.merged(base, override);
        }
        if (path.startsWith("x-")) {
            return MergeRules.EXTENSION.merged(base, override);
        }
        if ("deploy".equals(path) && override instanceof Yaml.Scalar nothing && nothing.isNull()) {
            return base;
        }
        if (base instanceof Yaml.Mapping) {
            return fields(path + "/", base, override);
        }
        return (base instanceof Yaml.Sequence ? MergeRules.ITEMS : MergeRules.VALUE).merged(base, override);
    }

    private static Map<String, MergeRule> rules() {
        var rules = new LinkedHashMap<>(KEYED);
        FIELDS.forEach((rule, paths) -> paths.forEach(path -> rules.put(path, rule)));
        return Map.copyOf(rules);
    }
}
