package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.stack.ComposeTexts.LABELS;
import static org.recipeharness.stack.ComposeTexts.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Variables;
import org.recipeharness.recipe.Origin;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.VolumeMount.Access;

class StackRenderingTest {

    private static final StackName NAME = new StackName("demo_lab_test");
    private static final Checkout CHECKOUT = new Checkout(
            new RecipeName(LABELS.recipe()), Path.of("demo"), "1.0.0+1.10", LABELS.commit(), false, TagKind.ANNOTATED);

    @Test
    void writesTheWholeStackForAKernelWithoutIpvs() throws IOException {
        RenderedStack stack = rendered(false);

        assertThat(stack.document()).isEqualTo(resource("expected-without-ipvs.yml"));
        assertThat(stack.adaptations()).hasSize(3);
    }

    @Test
    void adaptsNothingForAKernelWithIpvs() throws IOException {
        RenderedStack stack = rendered(true);

        assertThat(stack.adaptations()).isEmpty();
        assertThat(stack.document()).doesNotContain("dnsrr", "mode\": \"host");
    }

    @Test
    void tellsWhatRunsWhenItRuns() throws IOException {
        RenderedStack stack = rendered(false);

        assertThat(stack.name()).isEqualTo(NAME);
        assertThat(stack.labels()).isEqualTo(LABELS);
        assertThat(stack.services())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("names")
                .containsExactly(
                        new StackService(
                                "app",
                                "example/demo:1.10",
                                List.of(new HostPort(64738, 64738, "udp")),
                                List.of(),
                                labels("app"),
                                List.of(
                                        label("traefik.enable", "true", 38),
                                        label("traefik.http.routers.demo_lab_test.rule", "Host(`demo.lab.test`)", 39),
                                        label("coop-cloud.demo_lab_test.version", "1.0.0+1.10", 40)),
                                ServiceNames.of("app"),
                                given(
                                        Set.of("COST", "DOMAIN", "POSTGRES_DB", "POSTGRES_USER"),
                                        new Mounted(
                                                Mounted.Kind.CONFIG,
                                                "app_conf",
                                                "/etc/demo.conf",
                                                Access.READ_ONLY,
                                                new Origin("compose.yml", 20)),
                                        new Mounted(
                                                Mounted.Kind.SECRET,
                                                "db_password",
                                                "/run/secrets/db_password",
                                                Access.READ_ONLY,
                                                new Origin("compose.yml", 24)))),
                        new StackService(
                                "db",
                                "postgres:15",
                                List.of(),
                                List.of(new VolumeMount("db", "/var/lib/postgresql/data", Access.READ_WRITE)),
                                labels("db"),
                                List.of(),
                                ServiceNames.of("db"),
                                given(
                                        Set.of("POSTGRES_DB", "POSTGRES_USER"),
                                        new Mounted(
                                                Mounted.Kind.VOLUME,
                                                "db",
                                                "/var/lib/postgresql/data",
                                                Access.READ_WRITE,
                                                new Origin("compose.yml", 46)))));
        assertThat(stack.volumes()).containsExactly(new StackVolume("db", "demo_lab_test_db"));
        assertThat(stack.externalNetworks()).containsExactly("proxy", "their-net");
    }

    @Test
    void tellsWhichServiceHasNoImage() {
        var rendering = new StackRendering(NAME, LABELS.run(), CHECKOUT, true);

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> rendering.render(document("services:\n  app:\n    build: .\n")))
                .withMessage("compose.yml:3: the service 'app' has no image; a swarm can't build one");
    }

    private static Provision given(Set<String> variables, Mounted... mounts) {
        return new Provision(
                List.of(mounts), variables, Optional.empty(), Optional.empty(), Access.READ_WRITE, List.of());
    }

    private static StackLabel label(String name, String value, int line) {
        return new StackLabel(name, value, new Origin("compose.yml", line));
    }

    private static Map<String, String> labels(String service) throws IOException {
        return new Labelling(LABELS, AbraLabels.of(NAME, CHECKOUT))
                .ofService(service, sample().services().mapping(service));
    }

    private static RenderedStack rendered(boolean ipvs) throws IOException {
        return new StackRendering(NAME, LABELS.run(), CHECKOUT, ipvs).render(sample());
    }

    private static ComposeDocument sample() throws IOException {
        Variables variables = Variables.none()
                .with("STACK_NAME", NAME.text(), Origin.of("the run"))
                .with("DOMAIN", "demo.lab.test", Origin.of("the run"))
                .with("REPLICAS", "1", Origin.of("the run"));
        return ComposeDocument.read("compose.yml", resource("compose.yml"), variables);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StackRenderingTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
