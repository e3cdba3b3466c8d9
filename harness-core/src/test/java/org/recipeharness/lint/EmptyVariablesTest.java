package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyVariablesTest {

    private static final String ENABLED = "        - \"traefik.enable=true\"\n";

    private RecipeTree recipe;

    @BeforeEach
    void writeASoundRecipe(@TempDir Path temporary) throws IOException {
        recipe = RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    @Test
    void tellApartWhyARuleIsEmpty() throws IOException {
        withRule("${RULE}");
        assertFinds("empty-router-rule: with the sample's values the rule of a router is empty, so traefik routes no"
                + " domain to the app. It uses RULE, which no file sets. Set");

        sample("#RULE=Host(`demo.example.com`)");
        assertFinds("It uses RULE, which only a comment mentions (.env.sample:2). Set");

        recipe.change(".env.sample", "#RULE=Host(`demo.example.com`)", "RULE=");
        assertFinds("It uses RULE, which is set to nothing (.env.sample:2). Set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host(`${OTHER}`)",
                "Host(`${DOMAIN}`, `${OTHER}`)",
                "Host(${OTHER})",
                "Host(`www.${OTHER}`)",
                "Host(`${OTHER}.example.com`)",
                "Host(`${DOMAIN}`) || Host(`${OTHER}`)",
                "Host(`${DOMAIN}`) || ${OTHER}",
                "${OTHER} && PathPrefix(`/x`)",
                "Host(`${DOMAIN}`) && (${OTHER})"
            })
    void makeARuleThatRoutesNothing(String rule) throws IOException {
        withRule(rule);
        assertFinds("warning: empty-router-rule: ");

        recipe.change("compose.yml", ".http.", ".tcp.");
        assertFinds("warning: empty-router-rule: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host(`${DOMAIN}`)",
                "Host(`${DOMAIN}`${EXTRA_DOMAINS})",
                "HostRegexp(`{sub:.+}.${DOMAIN}`) || Host(`demo.example.com`)",
                "HostSNI(`*`)",
                "Host(`${OTHER:-demo.example.com}`)",
                "Host(`${DOMAIN}`) && (PathPrefix(`/a`) || PathPrefix(`/b`))",
                "Host(`${DOMAIN}`) && !PathPrefix(`/a`)",
                "Host(`${DOMAIN}`) && PathRegexp(`^/(a|)(b||c)()`)",
                "Host(`${DOMAIN}`${EXTRA_DOMAINS}) || HostRegexp(`.+[.]example[.]com`)"
            })
    void doNotMatterInARuleThatRoutesTheDomain(String rule) throws IOException {
        withRule(rule);
        sample("#EXTRA_DOMAINS=', `www.demo.example.com`'");

        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void doNotMatterInTheRuleOfAServiceThatIsNotRouted() throws IOException {
        withRule("${RULE}");
        recipe.change("compose.yml", "traefik.enable=true", "traefik.enable=${TRAEFIK:-false}");

        assertThat(recipe.findings()).noneMatch(finding -> finding.contains("empty-router-rule"));
    }

    @Test
    void leaveTheDomainOutWhichAbraSets() throws IOException {
        withRule("Host(`${DOMAIN}`)");
        recipe.change(".env.sample", "DOMAIN=demo.example.com", "DOMAIN=");

        assertThat(recipe.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '!',
            value = {
                "demo/app:1.2.3, demo/app:1.2.3${FLAVOUR}, warning: unset-variable: the image of the service 'app' uses",
                "!volumes:\n  data:!, !volumes:\n  data: {name: \"x_${FLAVOUR}\"}!, warning: unset-variable: the name of"
                        + " the volume 'data' uses",
                "_${SECRET_DB_PASSWORD_VERSION}, _${FLAVOUR}_${SECRET_DB_PASSWORD_VERSION}, warning: unset-variable: the"
                        + " name of the secret 'db_password' uses",
                "traefik.enable=true\", !traefik.enable=true\"\n        - \"traefik.http.routers.x.tls.domains[0].main=a"
                        + "${FLAVOUR}\"!, warning: unset-variable: the label traefik.http.routers.x.tls.domains[0].main uses",
                "traefik.enable=true\", !traefik.enable=true\"\n        - \"traefik.http.routers.x.entrypoints="
                        + "${FLAVOUR}\"!, note: unset-variable: the label traefik.http.routers.x.entrypoints uses",
                "!image: postgres:15.4!, !image: postgres:15.4\n    command: sh -c \"echo ${FLAVOUR}\"!, note:"
                        + " unset-variable: the command of the service 'db' uses",
                "!image: postgres:15.4!, !image: postgres:15.4\n    environment: [\"A=${FLAVOUR}\"]!, note: unset-variable:"
                        + " the environment of the service 'db' uses",
                "!image: postgres:15.4!, !image: postgres:15.4\n    environment: {A: $FLAVOUR}!, note: unset-variable:"
                        + " the environment of the service 'db' uses"
            })
    void areNamedWhereTheyMatter(String from, String to, String found) throws IOException {
        recipe.change("compose.yml", from, to);

        assertFinds(found + " the variable FLAVOUR, which no file sets and which has no default");
    }

    @Test
    void areNamedInAnImageWhereOnlyACommentMentionsThem() throws IOException {
        recipe.change("compose.yml", "demo/app:1.2.3", "demo/app:1.2.3${FLAVOUR}");
        sample("# FLAVOUR=-alpine");

        assertFinds("FLAVOUR, which only a comment mentions (.env.sample:2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    environment: {A: \"${OPTION}\", B: \"$MODE\", C: \"${OTHER:-}\", D: $$OTHER}\n",
                "    environment: [OTHER]\n",
                "    command: sh -c \"echo $$OTHER ${OTHER:-x} ${OPTION} $MODE\"\n",
                "    user: ${DOMAIN}\n"
            })
    void doNotMatterWhereTheyAreAnOptionOrHaveAValue(String field) throws IOException {
        recipe.change("compose.yml", "    image: postgres:15.4\n", "    image: postgres:15.4\n" + field);
        sample("MODE=1\n#OPTION=--fast");

        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void doNotMatterInAFileThatIsNotDeployed() throws IOException {
        recipe.change("compose.smtp.yml", "  app:\n", "  app:\n    image: demo/app:1.2.3${FLAVOUR}\n");

        assertThat(recipe.findings()).isEmpty();
    }

    private void withRule(String rule) throws IOException {
        recipe.change(
                "compose.yml",
                ENABLED,
                ENABLED + "        - \"traefik.http.routers.${STACK_NAME}.rule=" + rule + "\"\n");
    }

    private void sample(String lines) throws IOException {
        recipe.change(".env.sample", "TYPE=demo", "TYPE=demo\n" + lines);
    }

    private void assertFinds(String part) {
        assertThat(recipe.findings()).singleElement().asString().contains(part);
    }
}
