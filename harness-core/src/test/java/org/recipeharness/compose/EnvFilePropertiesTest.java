package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.recipeharness.properties.ForAnyInput;
import org.recipeharness.recipe.Origin;

class EnvFilePropertiesTest {

    @ForAnyInput
    void singleQuotesKeepAnything(@ForAll("lines") String value) {
        String text = value.replace("'", "");

        assertThat(read("A='" + text + "'").find("A").map(Variable::value)).contains(text);
    }

    @ForAnyInput
    void doubleQuotesKeepWhatIsEscaped(@ForAll("lines") String value) {
        String escaped = value.replaceAll("[\\\\\"$]", "\\\\$0");

        assertThat(read("A=\"" + escaped + "\" # comment").find("A").map(Variable::value))
                .contains(value);
    }

    @ForAnyInput
    void theLastLineOfANameWins(@ForAll("values") List<String> values) {
        var text = new StringBuilder("A=\n");
        values.forEach(value -> text.append("A=$A:").append(value).append('\n'));

        assertThat(read(text.toString()).find("A"))
                .contains(new Variable(
                        "A",
                        values.isEmpty() ? "" : ":" + String.join(":", values),
                        "",
                        new Origin(".env.sample", values.size() + 1)));
    }

    @ForAnyInput
    void anOverrideWinsOverAnyLine(@ForAll("values") List<String> values) {
        var text = new StringBuilder();
        values.forEach(value -> text.append("A=").append(value).append('\n'));
        Variables overrides = Variables.none().with("A", "edited", Origin.of("the run"));

        assertThat(EnvFile.read(".env.sample", text + "B=$A\n", overrides)
                        .find("B")
                        .map(Variable::value))
                .contains("edited");
    }

    @ForAnyInput
    void exportsAreReadAmidAnyScript(@ForAll("scripts") List<String> before, @ForAll("scripts") List<String> behind) {
        String script = String.join("\n", before) + "\nexport CONF_VERSION=v7\n" + String.join("\n", behind);

        assertThat(EnvFile.readExports("abra.sh", script, Variables.none()).find("CONF_VERSION"))
                .contains(new Variable(
                        "CONF_VERSION", "v7", "", new Origin("abra.sh", before.isEmpty() ? 2 : before.size() + 1)));
    }

    @ForAnyInput
    void anyTextIsReadOrItsPlaceIsTold(@ForAll String text, @ForAll("scripts") List<String> lines) {
        for (String file : List.of(text, String.join("\n", lines))) {
            try {
                read(file);
                EnvFile.readExports(".env.sample", file, Variables.none());
            } catch (ComposeException e) {
                assertThat(e.getMessage()).matches("(?s)\\.env\\.sample:\\d+: .+");
            }
        }
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> any = Arbitraries.strings().excludeChars('\n', '\r').ofMaxLength(10);
        return Arbitraries.oneOf(any, Arbitraries.of("\\", "\"", "$", "${", "$A", "#", " #", "'", "=", "n", "}"))
                .list()
                .ofMaxSize(5)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("0.-/=")
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<String>> scripts() {
        return Arbitraries.of(
                        "#!/bin/bash",
                        "",
                        "# export CONF_VERSION=v0",
                        "export PATH",
                        "superuser() {",
                        "  /bin/app \"$1\" 'x",
                        "}",
                        "CONF_VERSION=v1",
                        "NAME=\"open",
                        "NAME=$OTHER # comment",
                        "export -f superuser",
                        "\u2003export X=é")
                .list()
                .ofMaxSize(6);
    }

    private static Variables read(String text) {
        return EnvFile.read(".env.sample", text, Variables.none());
    }
}
