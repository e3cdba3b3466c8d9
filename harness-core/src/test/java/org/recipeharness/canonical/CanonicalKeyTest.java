package org.recipeharness.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.AppSecret;
import org.recipeharness.compose.SecretForm;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackSecret;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.SwarmException;

class CanonicalKeyTest {

    private static final String ALNUM = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final RecipeName GITEA = new RecipeName("gitea");
    private static final StackName STACK = new StackName("warm-canon-gitea_lab_test");

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime());
    private final CanonicalKey key = CanonicalKey.of(swarm, "run-1");

    @Test
    void isMadeOnceAndCarriesItsLabels() {
        CanonicalKey.of(swarm, "run-2");

        assertThat(swarm.operations())
                .containsExactly(
                        "create config recipe-harness-canonicals-key {org.recipeharness.canonical=key, org.recipeharness.run=run-1}");
    }

    @Test
    void givesASecretTheSameValueInALaterRun() {
        assertThat(CanonicalKey.of(swarm, "run-2").derive(GITEA, secret("db_password_v1", 32, ALNUM), STACK))
                .isEqualTo(key.derive(GITEA, secret("db_password_v1", 32, ALNUM), STACK));
    }

    /** Calculated by another program; who changes it shuts all canonicals out of their databases. */
    @Test
    void givesWhatWasGivenBefore() {
        swarm.createConfig("old", "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII), Map.of());

        assertThat(CanonicalKey.of(swarm, "run-2", "old").derive(GITEA, secret("db_password_v1", 40, ALNUM), STACK))
                .isEqualTo(new AppSecret(STACK + "_db_password_v1", "ZVLTSCb6nGTuQF01ekGFUp05oiCx3esEfDX9qLrM"));
    }

    @Test
    void givesAnotherDomainsStackTheSameValue() {
        var other = new StackName("warm-canon-gitea_example_com");

        assertThat(key.derive(GITEA, new StackSecret("db", other + "_db_v1", new SecretForm(32, ALNUM)), other)
                        .value())
                .isEqualTo(valueOf("db_v1"));
    }

    @Test
    void givesOthersAnotherValue() {
        var otherSwarm = CanonicalKey.of(new FakeSwarm(new FakeTime()), "run-1");
        StackSecret declared = secret("db_v1", 32, ALNUM);

        assertThat(valueOf("db_v1"))
                .isNotEqualTo(valueOf("db_v2"))
                .isNotEqualTo(valueOf("admin_v1"))
                .isNotEqualTo(
                        key.derive(new RecipeName("immich"), declared, STACK).value())
                .isNotEqualTo(otherSwarm.derive(GITEA, declared, STACK).value());
    }

    @Test
    void keepsRecipeAndSecretApart() {
        var git = new RecipeName("git");

        assertThat(key.derive(git, secret("eadb_v1", 32, ALNUM), STACK).value()).isNotEqualTo(valueOf("db_v1"));
    }

    @Test
    void keepsTheDeclaredForm() {
        assertThat(key.derive(GITEA, secret("a_v1", 1, "0123456789"), STACK).value())
                .matches("[0-9]");
        assertThat(key.derive(GITEA, secret("b_v1", 4096, "0123456789abcdef"), STACK)
                        .value())
                .matches("[0-9a-f]{4096}");
        assertThat(key.derive(GITEA, secret("c_v1", 4096, ALNUM), STACK).value())
                .matches("[0-9A-Za-z]{4096}");
    }

    /** Without rejection, the first 8 of these 62 would come a quarter more often than the others. */
    @Test
    void prefersNoCharacter() {
        Map<Character, Long> counts = key.derive(GITEA, secret("long_v1", 620_000, ALNUM), STACK)
                .value()
                .chars()
                .mapToObj(character -> (char) character)
                .collect(Collectors.groupingBy(character -> character, Collectors.counting()));

        assertThat(counts).hasSize(ALNUM.length());
        assertThat(counts.values())
                .allSatisfy(count -> assertThat(count).isCloseTo(10_000L, Percentage.withPercentage(8)));
    }

    @Test
    void isTheOthersWhereAnotherRunIsQuicker() {
        byte[] theirs = Base64.getDecoder().decode("/v8A".repeat(10) + "/v8=");
        FakeSwarm contested = new FakeSwarm(new FakeTime()).outrunWith(theirs);
        StackSecret declared = secret("db_v1", 32, ALNUM);

        AppSecret mine = CanonicalKey.of(contested, "run-1").derive(GITEA, declared, STACK);

        assertThat(mine).isEqualTo(CanonicalKey.of(contested, "run-2").derive(GITEA, declared, STACK));
        assertThat(contested.readConfig(CanonicalKey.CONFIG)).contains(theirs);
    }

    @Test
    void isNoConfigOfSomebodyElse() {
        swarm.createConfig("theirs", new byte[31], Map.of());

        assertThatThrownBy(() -> CanonicalKey.of(swarm, "run-1", "theirs"))
                .isInstanceOf(SwarmException.class)
                .hasMessage(
                        "Reading the key of the canonicals' secrets from the config theirs: found 31 bytes, expected 32."
                                + " It was not made by the harness. Remove it with 'docker config rm theirs', and a new one is made");
    }

    @Test
    void derivesNothingForAnotherStack() {
        assertThatThrownBy(() -> key.derive(GITEA, secret("db_v1", 32, ALNUM), new StackName("immich_lab_test")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Deriving the secret " + STACK + "_db_v1 of recipe gitea: found a name that is not below its"
                                + " stack's, expected immich_lab_test_...");
    }

    @Test
    void isNeverShown() {
        assertThat(key).hasToString("the key of the canonicals' secrets (not shown)");
        assertThat(key.derive(GITEA, secret("db_v1", 32, ALNUM), STACK))
                .hasToString(STACK + "_db_v1 (value not shown)");
    }

    private String valueOf(String secret) {
        return key.derive(GITEA, secret(secret, 32, ALNUM), STACK).value();
    }

    private static StackSecret secret(String own, int length, String alphabet) {
        return new StackSecret("any", STACK + "_" + own, new SecretForm(length, alphabet));
    }
}
