package org.recipeharness.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Compose files with the fields that swarm reads, in each of their forms, as YAML in flow style.
 *
 * @see <a href="https://docs.docker.com/reference/compose-file/">Compose file reference</a>
 */
final class ComposeGrammar {

    private static final Arbitrary<String> NAMES = Arbitraries.of("app", "db", "web");
    private static final Arbitrary<String> KEYS = Arbitraries.of("A", "B_C", "a.b", "x-y");
    private static final Arbitrary<String> VOLUMES = Arbitraries.of("data", "files");
    private static final Arbitrary<String> NETWORKS = Arbitraries.of("proxy", "inner");
    private static final Arbitrary<String> TEXTS = Arbitraries.of(
            "'a'",
            "'a b'",
            "'${DOMAIN}'",
            "'x-${EMPTY:-y}'",
            "'${NONE-z}'",
            "'$$HOME'",
            "'1'",
            "'true'",
            "''",
            "'a: b'",
            "plain");
    private static final Arbitrary<String> SCALARS =
            Arbitraries.oneOf(TEXTS, Arbitraries.of("1", "0", "1.5", "true", "false", "'0444'"));
    private static final Arbitrary<String> NUMBERS = Arbitraries.of("0", "1", "2", "3", "'${TWO}'");
    private static final Arbitrary<String> DURATIONS = Arbitraries.of("0s", "500ms", "10s", "1m30s", "2h");
    private static final Arbitrary<String> SIZES = Arbitraries.of("50M", "1g", "'100k'");
    private static final Arbitrary<String> SWITCHES = Arbitraries.of("true", "false");
    private static final Arbitrary<String> PATHS = Arbitraries.of("/data", "/srv/files", "/etc/app.conf");

    private static final Arbitrary<String> DEFINITIONS = Arbitraries.of(
            "{external: true}",
            "{external: true, name: '${STACK_NAME}_x_v1'}",
            "{file: ./content.txt}",
            "{name: '${STACK_NAME}_y', file: content.txt}",
            "{file: content.txt, labels: {a: b}}",
            "{file: content.txt, template_driver: golang}");
    private static final Arbitrary<String> SECRETS =
            Arbitraries.oneOf(DEFINITIONS, Arbitraries.of("{driver: other, driver_opts: {a: b}}"));

    private static final Map<String, Arbitrary<String>> FIELDS = new LinkedHashMap<>();

    static {
        Arbitrary<String> command =
                Arbitraries.oneOf(Arbitraries.of("run", "'sh -c \"a b\"'", "'${DOMAIN} x'"), list(TEXTS));
        Arbitrary<String> pairs = Arbitraries.oneOf(mapping(KEYS, SCALARS), list(pair(KEYS, TEXTS)));
        Arbitrary<String> textOrList = Arbitraries.oneOf(Arbitraries.of("a", "b"), list(Arbitraries.of("a", "b", "c")));
        FIELDS.put("command", command);
        FIELDS.put("entrypoint", command);
        FIELDS.put(
                "environment",
                Arbitraries.oneOf(
                        mapping(KEYS, Arbitraries.oneOf(SCALARS, Arbitraries.of("~"))),
                        list(Arbitraries.oneOf(pair(KEYS, TEXTS), Arbitraries.of("DOMAIN", "NONE")))));
        FIELDS.put("labels", pairs);
        FIELDS.put("deploy", deploy(pairs));
        FIELDS.put("healthcheck", health());
        FIELDS.put("ports", list(ports()));
        FIELDS.put("volumes", list(mounts()));
        FIELDS.put("configs", list(references("conf", "site")));
        FIELDS.put("secrets", list(references("pass", "key")));
        FIELDS.put(
                "networks",
                Arbitraries.oneOf(
                        list(NETWORKS),
                        mapping(
                                NETWORKS,
                                Arbitraries.oneOf(
                                        Arbitraries.of("~"), list(KEYS).map(names -> "{aliases: " + names + "}")))));
        FIELDS.put("depends_on", list(NAMES));
        FIELDS.put("dns", Arbitraries.oneOf(Arbitraries.of("9.9.9.9"), list(Arbitraries.of("9.9.9.9", "1.1.1.1"))));
        FIELDS.put("dns_search", textOrList);
        FIELDS.put(
                "extra_hosts",
                Arbitraries.oneOf(
                        list(Arbitraries.of("'a:10.0.0.1'", "'b:10.0.0.2'")),
                        mapping(KEYS, Arbitraries.of("10.0.0.1"))));
        FIELDS.put(
                "ulimits", mapping(Arbitraries.of("nofile", "nproc"), Arbitraries.of("1024", "{soft: 10, hard: 20}")));
        FIELDS.put(
                "sysctls",
                Arbitraries.oneOf(mapping(KEYS, Arbitraries.of("1", "'0'")), list(pair(KEYS, Arbitraries.of("1")))));
        FIELDS.put("tmpfs", Arbitraries.oneOf(Arbitraries.of("/tmp"), list(Arbitraries.of("/tmp", "/run"))));
        FIELDS.put("cap_add", list(Arbitraries.of("NET_ADMIN", "SYS_TIME")));
        FIELDS.put("cap_drop", list(Arbitraries.of("ALL", "MKNOD")));
        FIELDS.put(
                "logging",
                Arbitraries.oneOf(
                        fields(Map.of("driver", Arbitraries.of("json-file", "journald"))),
                        fields(Map.of(
                                "driver", Arbitraries.of("json-file"),
                                "options", mapping(KEYS, Arbitraries.of("'1'", "10m"))))));
        FIELDS.put("stop_grace_period", DURATIONS);
        FIELDS.put("stop_signal", Arbitraries.of("SIGINT", "SIGQUIT"));
        for (String field :
                List.of("user", "working_dir", "hostname", "domainname", "isolation", "ipc", "userns_mode")) {
            FIELDS.put(field, Arbitraries.of("a", "'${DOMAIN}'", "'1'"));
        }
        for (String field : List.of("init", "read_only", "tty", "stdin_open", "privileged")) {
            FIELDS.put(field, SWITCHES);
        }
        FIELDS.put("expose", list(Arbitraries.of("'80'", "'443'", "8080")));
        FIELDS.put("security_opt", list(Arbitraries.of("'a=b'", "'no-new-privileges:true'")));
        FIELDS.put("devices", list(Arbitraries.of("'/dev/a:/dev/a'", "'/dev/b'")));
        FIELDS.put("shm_size", SIZES);
    }

    private ComposeGrammar() {}

    static Arbitrary<String> files() {
        Arbitrary<String> service = Combinators.combine(Arbitraries.of("demo/a:1", "'demo/${TWO}:1'"), some(FIELDS, 5))
                .as((image, rest) -> "{image: " + image + (rest.isEmpty() ? "" : ", " + rest) + "}");
        return Combinators.combine(
                        atLeastOne(NAMES, service),
                        top(VOLUMES, volumes()),
                        top(NETWORKS, networks()),
                        top(Arbitraries.of("conf", "site"), DEFINITIONS),
                        top(Arbitraries.of("pass", "key"), SECRETS))
                .as((services, volumes, networks, configs, secrets) ->
                        "{version: '3.8', services: " + services + ", volumes: " + volumes + ", networks: " + networks
                                + ", configs: " + configs + ", secrets: " + secrets + "}\n");
    }

    private static Arbitrary<String> deploy(Arbitrary<String> pairs) {
        var fields = new LinkedHashMap<String, Arbitrary<String>>();
        fields.put("labels", pairs);
        fields.put("replicas", NUMBERS);
        fields.put("mode", Arbitraries.of("replicated", "global"));
        fields.put("endpoint_mode", Arbitraries.of("dnsrr", "vip"));
        fields.put("update_config", updates());
        fields.put("rollback_config", updates());
        fields.put(
                "restart_policy",
                fields(Map.of(
                        "condition", Arbitraries.of("any", "on-failure", "none"),
                        "delay", DURATIONS,
                        "max_attempts", NUMBERS,
                        "window", DURATIONS)));
        Arbitrary<String> resources = fields(Map.of("cpus", Arbitraries.of("'0.5'", "'${HALF}'"), "memory", SIZES));
        fields.put("resources", fields(Map.of("limits", resources, "reservations", resources)));
        fields.put(
                "placement",
                fields(Map.of(
                        "constraints", list(Arbitraries.of("node.role == manager", "node.labels.a != b")),
                        "preferences", list(Arbitraries.of("{spread: node.labels.a}")),
                        "max_replicas_per_node", NUMBERS)));
        return some(fields, 4).map(ComposeGrammar::inBraces);
    }

    private static Arbitrary<String> updates() {
        return fields(Map.of(
                "parallelism",
                NUMBERS,
                "delay",
                DURATIONS,
                "order",
                Arbitraries.of("start-first", "stop-first"),
                "failure_action",
                Arbitraries.of("pause", "continue"),
                "monitor",
                DURATIONS,
                "max_failure_ratio",
                Arbitraries.of("0.5", "'${HALF}'", "0")));
    }

    private static Arbitrary<String> health() {
        return fields(Map.of(
                "test",
                Arbitraries.oneOf(
                        Arbitraries.of("'true'", "curl -f x"),
                        Arbitraries.of("[CMD, a, '${DOMAIN}']", "[CMD-SHELL, 'a b']", "[NONE]")),
                "interval",
                DURATIONS,
                "timeout",
                DURATIONS,
                "start_period",
                DURATIONS,
                "retries",
                NUMBERS,
                "disable",
                SWITCHES));
    }

    private static Arbitrary<String> ports() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "80",
                        "'80'",
                        "'8080:80'",
                        "'8080:80/udp'",
                        "'127.0.0.1:9000:90'",
                        "'8000-8002:80-82'",
                        "'${PORT}:443'",
                        "'53/udp'"),
                fields(Map.of(
                                "published", Arbitraries.of("8080", "443", "'${PORT}'"),
                                "protocol", Arbitraries.of("tcp", "udp"),
                                "mode", Arbitraries.of("host", "ingress")))
                        .map(rest -> "{target: 80"
                                + (rest.equals("{}") ? "" : ", " + rest.substring(1, rest.length() - 1)) + "}"));
    }

    private static Arbitrary<String> mounts() {
        Arbitrary<String> shorts = Combinators.combine(
                        Arbitraries.oneOf(VOLUMES, Arbitraries.of("/srv", "./files", "")),
                        PATHS,
                        Arbitraries.of("", ":ro", ":rw", ":nocopy"))
                .as((source, target, options) ->
                        source.isEmpty() ? target : "'" + source + ":" + target + options + "'");
        Arbitrary<String> longs = Combinators.combine(
                        Arbitraries.of(
                                "type: volume, source: data",
                                "type: volume, source: files, volume: {nocopy: true}",
                                "type: bind, source: /srv, bind: {propagation: rslave}",
                                "type: tmpfs, tmpfs: {size: 1000}"),
                        PATHS,
                        SWITCHES)
                .as((kind, target, readOnly) -> "{" + kind + ", target: " + target + ", read_only: " + readOnly + "}");
        return Arbitraries.oneOf(shorts, longs);
    }

    private static Arbitrary<String> references(String... names) {
        Arbitrary<String> sources = Arbitraries.of(names);
        return Arbitraries.oneOf(
                sources,
                Combinators.combine(
                                sources,
                                fields(Map.of(
                                        "target", PATHS,
                                        "uid", Arbitraries.of("'1000'"),
                                        "gid", Arbitraries.of("'33'"),
                                        "mode", Arbitraries.of("0440", "292", "'${OCTAL}'"))))
                        .as((source, rest) -> "{source: " + source
                                + (rest.equals("{}") ? "" : ", " + rest.substring(1, rest.length() - 1)) + "}"));
    }

    private static Arbitrary<String> volumes() {
        return Arbitraries.of(
                "~",
                "{}",
                "{driver: local}",
                "{name: '${STACK_NAME}_v'}",
                "{external: true}",
                "{external: true, name: v}",
                "{driver: nfs, driver_opts: {type: nfs, size: 1}}",
                "{labels: {a: b}}",
                "{labels: [a=b, c]}");
    }

    private static Arbitrary<String> networks() {
        return Arbitraries.of(
                "~",
                "{}",
                "{external: true}",
                "{external: true, name: proxy}",
                "{driver: overlay, attachable: true}",
                "{internal: true}",
                "{driver_opts: {encrypted: 'true'}}",
                "{ipam: {driver: default, config: [{subnet: 10.9.0.0/24}]}}",
                "{labels: [a=b]}");
    }

    private static Arbitrary<String> top(Arbitrary<String> names, Arbitrary<String> values) {
        return atLeastOne(names, values);
    }

    private static Arbitrary<String> atLeastOne(Arbitrary<String> keys, Arbitrary<String> values) {
        return mapping(keys, values, 1);
    }

    private static Arbitrary<String> mapping(Arbitrary<String> keys, Arbitrary<String> values) {
        return mapping(keys, values, 0);
    }

    private static Arbitrary<String> mapping(Arbitrary<String> keys, Arbitrary<String> values, int least) {
        return Arbitraries.maps(keys, values)
                .ofMinSize(least)
                .ofMaxSize(2)
                .map(entries -> entries.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList())
                .map(entries -> inBraces(String.join(", ", entries)));
    }

    private static Arbitrary<String> pair(Arbitrary<String> keys, Arbitrary<String> values) {
        return Combinators.combine(keys, values).as((key, value) -> "'" + key + "=" + value.replace("'", "") + "'");
    }

    private static Arbitrary<String> list(Arbitrary<String> items) {
        return items.list().uniqueElements().ofMaxSize(3).map(all -> "[" + String.join(", ", all) + "]");
    }

    private static Arbitrary<String> fields(Map<String, Arbitrary<String>> fields) {
        return some(new TreeMap<>(fields), fields.size()).map(ComposeGrammar::inBraces);
    }

    private static Arbitrary<String> some(Map<String, Arbitrary<String>> fields, int most) {
        return Arbitraries.of(List.copyOf(fields.entrySet()))
                .flatMap(field -> field.getValue().map(value -> Map.entry(field.getKey(), value)))
                .list()
                .uniqueElements(Map.Entry::getKey)
                .ofMaxSize(Math.min(most, fields.size()))
                .map(entries -> String.join(
                        ", ",
                        entries.stream()
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .toList()));
    }

    private static String inBraces(String fields) {
        return "{" + fields + "}";
    }
}
