package org.recipeharness.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.recipe.Origin;
import org.recipeharness.stack.StackText;

class HostMentionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app",
                "http://app:3000/tls-check",
                "postgres://me:secret@app/data",
                "app:3000",
                "reverse_proxy app",
                "psql --host app -U me",
                "host=app port=5432"
            })
    void findsAHost(String text) {
        assertThat(HostMention.of("app", List.of(text("command", text)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app",
                "run the app",
                "http://app.example.com",
                "http://my-app:3000",
                "gitea/app:1024",
                "lab.invalid/app:10",
                "http://localhost/app",
                "/app:rw",
                "Host(`app.example.com`)"
            })
    void takesNoOtherWordForOne(String text) {
        assertThat(HostMention.of("app", List.of(text("command", text)))).isEmpty();
    }

    @Test
    void aVariablesWholeValueIsAHostWhereItsNameSaysSo() {
        assertThat(HostMention.of("db", List.of(text("environment DB_HOST", "db"))))
                .isPresent();
        assertThat(HostMention.of("db", List.of(text("environment POSTGRES_DB", "db"))))
                .isEmpty();
    }

    @Test
    void tellsTheLineOfAConfigAndNoLogin() {
        var config = new StackText("config caddy", "a\nb http://me:pw@app:3000\n", new Origin("Caddyfile", 1));

        assertThat(HostMention.of("app", List.of(config)))
                .hasToString("Optional[config caddy (Caddyfile:2) as 'http://app:3000']");
    }

    private static StackText text(String place, String text) {
        return new StackText(place, text, new Origin("compose.yml", 7));
    }
}
