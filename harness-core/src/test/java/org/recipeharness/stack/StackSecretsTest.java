package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Variables;
import org.recipeharness.recipe.Origin;

class StackSecretsTest {

    private static final Variables VARIABLES = Variables.none()
            .with("STACK_NAME", "demo", Origin.of("the run"))
            .with("SECRET_KEY_VERSION", "v2", new Origin(".env.sample", 7));

    @Test
    void areTheExternalOnesWithTheirNamesOnTheSwarm() {
        List<StackSecret> secrets = secrets("""
                  key: {external: true, name: "${STACK_NAME}_key_${SECRET_KEY_VERSION}"}
                  own: {file: ./own}
                """);

        assertThat(secrets).singleElement().satisfies(secret -> {
            assertThat(secret.key()).isEqualTo("key");
            assertThat(secret.name()).isEqualTo("demo_key_v2");
            assertThat(secret.form().length()).isEqualTo(32);
        });
    }

    @Test
    void takeTheVersionThatTheirNameHoldsWhateverItsVariableIsCalled() {
        assertThat(secrets("  client_key: {external: true, name: \"${STACK_NAME}_client_${SECRET_KEY_VERSION}\"}\n"))
                .singleElement()
                .satisfies(secret -> assertThat(secret.name()).isEqualTo("demo_client_v2"));
    }

    @Test
    void needAVersionLineOrNobodyGeneratesThem() {
        assertRefused("  token: {external: true, name: demo_token_v1}\n")
                .withMessageStartingWith(
                        "compose.yml:5: the secret 'token' is external, but the app has no variable"
                                + " SECRET_TOKEN_VERSION, so nobody generates it. Is a line SECRET_TOKEN_VERSION=v1 in .env.sample");
    }

    @Test
    void mustBeNamedBelowTheirStack() {
        assertRefused("  key: {external: true, name: other_key_v1}\n")
                .withMessageContaining(
                        "the secret 'key' is called 'other_key_v1', which is not below its stack's name");
    }

    @Test
    void mustKeepWithinDockersLimitForNames() {
        assertRefused("  key: {external: true, name: demo_" + "k".repeat(60) + "}\n")
                .withMessageContaining("has 65 characters, docker takes 64");
    }

    private static ThrowableAssertAlternative<ComposeException> assertRefused(String secrets) {
        return assertThatExceptionOfType(ComposeException.class).isThrownBy(() -> secrets(secrets));
    }

    private static List<StackSecret> secrets(String secrets) {
        ComposeDocument document =
                ComposeDocument.read("compose.yml", "services:\n  app:\n    image: x\nsecrets:\n" + secrets, VARIABLES);
        return new StackSecrets(new StackName("demo"), VARIABLES).of(document);
    }
}
