package org.recipeharness.compose;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes out the short forms of a service, so that what it says can be merged piece by piece.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/loader/loader.go">docker CLI: createTransformHook</a>
 */
final class ServiceForm {

    private static final Map<String, UnaryOperator<Yaml>> FIELDS = Map.ofEntries(
            Map.entry("build", ServiceForm::build),
            Map.entry("configs", Shapes.expanding(ServiceForm::reference)),
            Map.entry("deploy", Shapes.inMapping("labels", Pairs::labels)),
            Map.entry("dns", Shapes::listed),
            Map.entry("dns_search", Shapes::listed),
            Map.entry("environment", Pairs::variables),
            Map.entry("env_file", Shapes::listed),
            Map.entry("extra_hosts", Pairs::hosts),
            Map.entry("healthcheck", Shapes.inMapping("test", ServiceForm::healthTest)),
            Map.entry("labels", Pairs::labels),
            Map.entry("networks", Pairs::names),
            Map.entry("ports", Shapes.expanding(ShortPort::longForms)),
            Map.entry("secrets", Shapes.expanding(ServiceForm::reference)),
            Map.entry("sysctls", Pairs::labels),
            Map.entry("tmpfs", Shapes::listed),
            Map.entry("volumes", Shapes.expanding(ShortVolume::longForm)));

    private final ServiceEnvironment environment;

    ServiceForm(ServiceEnvironment environment) {
        this.environment = environment;
    }

    Yaml of(Yaml service) {
        if (!(service instanceof Yaml.Mapping written)) {
            return service;
        }
        for (var field : FIELDS.entrySet()) {
            written = written.changed(field.getKey(), field.getValue());
        }
        return environment.resolvedIn(written);
    }

    private static List<Yaml> reference(Yaml.Scalar source) {
        return List.of(new Yaml.Mapping(Map.of("source", source), source.origin()));
    }

    private static Yaml healthTest(Yaml test) {
        return test instanceof Yaml.Scalar
                ? new Yaml.Sequence(List.of(Yaml.Scalar.text("CMD-SHELL", test.origin()), test), test.origin())
                : test;
    }

    private static Yaml build(Yaml build) {
        if (build instanceof Yaml.Scalar) {
            return new Yaml.Mapping(Map.of("context", build), build.origin());
        }
        return Shapes.inMapping("args", Pairs::variables)
                .andThen(Shapes.inMapping("labels", Pairs::labels))
                .andThen(Shapes.inMapping("cache_from", Shapes::listed))
                .andThen(Shapes.inMapping("extra_hosts", Pairs::hosts))
                .apply(build);
    }
}
