package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.recipe.Origin;

class EnvFileTest {

    private static final Variables NONE = Variables.none();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=plain | plain",
                "A= | ``",
                "A=  spaced out   | spaced out",
                "A=b=c==d | b=c==d",
                "A=\"double\" | double",
                "A='single $B \"x\" #y' | single $B \"x\" #y",
                "A=\"a \\\"b\\\" \\$B \\\\ c\" | a \"b\" $B \\ c",
                "A='x' # comment | x",
                "A=\"x\"# comment | x",
                "A=x # comment | x",
                "A=# comment | ``",
                "A=a#b | a#b",
                "A=\"a # b\" | a # b",
                "A=https://x.org/#/home | https://x.org/#/home",
                "export A=x | x",
                "   A=x | x",
                "A=<$B> | <>",
                "A=\"${B}x\" | x"
            })
    void readsAValue(String line, String value) {
        assertThat(EnvFile.read("f", line, NONE).find("A").map(Variable::value)).contains(value);
    }

    @Test
    void readsALongValueInQuotes() {
        String certificate = "x".repeat(50_000);

        assertThat(EnvFile.read(".env.sample", "CERTIFICATE=\"" + certificate + "\"", Variables.none())
                        .find("CERTIFICATE")
                        .map(Variable::value))
                .contains(certificate);
    }

    @Test
    void understandsEscapedLineEndsInDoubleQuotes() {
        assertThat(values("A=\"one\\ntwo\"")).isEqualTo("A=one\ntwo");
    }

    @Test
    void resolvesReferencesToEarlierLinesAndToItself() {
        assertThat(values("""
                        COMPOSE_FILE="compose.yml"
                        DB=postgres
                        COMPOSE_FILE="$COMPOSE_FILE:compose.${DB}.yml"
                        COMPOSE_FILE=$COMPOSE_FILE:compose.smtp.yml
                        """)).isEqualTo("COMPOSE_FILE=compose.yml:compose.postgres.yml:compose.smtp.yml DB=postgres");
    }

    @Test
    void takesAValueWithDollarsAndBackslashesAsItIs() {
        assertThat(values("A='$1\\2'\nB=x${A}y")).isEqualTo("A=$1\\2 B=x$1\\2y");
    }

    @Test
    void letsTheLaterOfTwoLinesWin() {
        assertThat(EnvFile.read(".env.sample", "A=1\n\nA=2\n", NONE).find("A"))
                .contains(new Variable("A", "2", "", new Origin(".env.sample", 3)));
    }

    @Test
    void keepsTheCommentFromWhichAbraReadsALength() {
        assertThat(EnvFile.read(".env.sample", "SECRET_KEY_VERSION=v1 # length=43", NONE)
                        .find("SECRET_KEY_VERSION"))
                .contains(new Variable("SECRET_KEY_VERSION", "v1", "length=43", new Origin(".env.sample", 1)));
    }

    @Test
    void readsFilesWithWindowsLineEnds() {
        assertThat(values("# a comment\r\nA=1\r\n\r\nB=\"two\"\r\nC=$A\r\n")).isEqualTo("A=1 B=two C=1");
    }

    @Test
    void skipsCommentedOutLines() {
        assertThat(values("#A=1\n  # B=2\n")).isEmpty();
    }

    private static String values(String text) {
        return EnvFile.read("f", text, NONE).all().stream()
                .map(variable -> variable.name() + "=" + variable.value())
                .collect(Collectors.joining(" "));
    }
}
