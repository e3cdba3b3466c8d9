package org.recipeharness.trust;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;

/**
 * What one service's labels ask of the ingress, and of whoever reads labels.
 *
 * @param name the service's name
 * @param service what the merged files say of it
 * @param stack where its stack belongs
 * @see <a href="https://doc.traefik.io/traefik/routing/routers/#rule">Traefik: rules</a>
 */
record Routers(String name, Yaml.Mapping service, OwnNames stack) {

    private static final Pattern RULE = Pattern.compile("traefik\\.(?:http|tcp)\\.routers\\.[^.]+\\.rule");
    private static final Pattern TARGET = Pattern.compile("traefik\\.(?:http|tcp|udp)\\.routers\\.[^.]+\\.service");
    private static final Pattern MATCHER =
            Pattern.compile("(Host|HostSNI|HostRegexp|HostSNIRegexp|HostHeader)\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("[`'\"]([^`'\"]*)[`'\"]");
    private static final String NAMESPACE = "com.docker.stack.";
    private static final String OF_THE_HARNESS = "org.recipeharness.";

    Stream<Access> all() {
        return Stream.concat(labels("deploy.labels"), labels("labels"));
    }

    private Stream<Access> labels(String field) {
        Stream<Yaml.Mapping> place =
                field.startsWith("deploy.") ? Fields.mapping(service, "deploy").stream() : Stream.of(service);
        return place.flatMap(in -> Fields.mapping(in, "labels").stream())
                .flatMap(labels -> labels.entries().entrySet().stream()
                        .flatMap(label -> of(
                                field + "." + label.getKey(),
                                label.getKey(),
                                Fields.words(labels, label.getKey()),
                                label.getValue())));
    }

    private Stream<Access> of(String field, String key, String value, Yaml at) {
        if (RULE.matcher(key).matches()) {
            return foreign(value).map(host -> access(Reach.FOREIGN_DOMAIN, field, host, at));
        }
        if (TARGET.matcher(key).matches() && value.endsWith("@internal")) {
            return Stream.of(access(Reach.INGRESS_SERVICE, field, value, at));
        }
        return key.startsWith(NAMESPACE) || key.startsWith(OF_THE_HARNESS)
                ? Stream.of(access(Reach.FOREIGN_LABEL, field, value, at))
                : Stream.of();
    }

    /** A rule without a host takes every domain; an alternative of a pattern may. */
    private Stream<String> foreign(String rule) {
        if (rule.isBlank()) {
            return Stream.of();
        }
        Matcher matchers = MATCHER.matcher(rule);
        if (!matchers.find()) {
            return Stream.of(rule);
        }
        return MATCHER.matcher(rule)
                .results()
                .flatMap(found -> found.group(1).endsWith("Regexp")
                        ? Stream.of(found.group(2)).filter(pattern -> !stack.endsInOwnDomain(pattern))
                        : QUOTED.matcher(found.group(2))
                                .results()
                                .map(host -> host.group(1))
                                .filter(host -> !stack.isOwnDomain(host)));
    }

    private Access access(Reach reach, String field, String value, Yaml at) {
        return new Access(reach, "services." + name + "." + field, value, at.origin());
    }
}
